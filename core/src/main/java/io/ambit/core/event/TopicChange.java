package io.ambit.core.event;

import java.util.List;

/** A lasting change to how a space's topics are shown. A topic is named by its id. Nothing of it touches a record. */
public sealed interface TopicChange {

    /** The topic that it is about; of one kind of change a topic has one, the last. "" for all of memory. */
    String topic();

    /** The topic's entries are written in fewer tokens: each level halves them, and drops more of what repeats. */
    record Compressed(String topic, int level) implements TopicChange {}

    /**
     * The topic's similarity to a question is multiplied.
     *
     * @param factor above 0, to 1: a topic can lose weight and win it back, never more
     */
    record Rescored(String topic, double factor) implements TopicChange {
        public Rescored {
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("factor " + factor + " of " + topic + ", expected above 0, to 1");
            }
        }
    }

    /** One topic that stands for several which were needed together. */
    record Composite(String topic, List<String> members) implements TopicChange {
        public Composite {
            members = List.copyOf(members);
        }
    }

    /** Topics that have so much in common that one line says it. */
    record Merged(String topic, List<String> members) implements TopicChange {
        public Merged {
            members = List.copyOf(members);
        }
    }

    /** The topic has no line in the index any more; its records are found as before. */
    record Pruned(String topic) implements TopicChange {}

    /** The topic's timeline is kept by sub-topic, of which a question reads those that it is about. */
    record Split(String topic) implements TopicChange {}

    /**
     * Memory is so small that showing all of it costs less than finding a part.
     *
     * @param accepted whether someone agreed: from then on all of it is shown
     */
    record Bypass(boolean accepted, String reason) implements TopicChange {
        @Override
        public String topic() {
            return "";
        }
    }
}
