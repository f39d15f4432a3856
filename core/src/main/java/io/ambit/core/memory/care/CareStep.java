package io.ambit.core.memory.care;

import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import java.util.List;

/** One thing that care would do. Each can be done again, after a crash say, and changes nothing the second time. */
public sealed interface CareStep {

    /** A new record is drawn from others. */
    sealed interface Draw extends CareStep {
        Content content();

        double confidence();

        /** What it is drawn from, and will be linked to by {@code derived_from}. */
        List<RecordId> sources();

        /** The same for what is drawn from the same. */
        String key();
    }

    record NewPattern(Pattern content, double confidence, List<RecordId> sources, String key) implements Draw {
        public NewPattern {
            sources = List.copyOf(sources);
        }
    }

    record NewAntiPattern(AntiPattern content, double confidence, List<RecordId> sources, String key) implements Draw {
        public NewAntiPattern {
            sources = List.copyOf(sources);
        }
    }

    record NewSkill(Skill content, double confidence, List<RecordId> sources, String key) implements Draw {
        public NewSkill {
            sources = List.copyOf(sources);
        }
    }

    /** An episode gets a summary beside it. */
    record Summarise(Insight content, RecordId episode, String key) implements Draw {
        @Override
        public double confidence() {
            return 1;
        }

        @Override
        public List<RecordId> sources() {
            return List.of(episode);
        }
    }

    /** What was drawn before has more sources, or is less sure, than it says. */
    record Revise(RecordId id, Content content, double confidence, List<RecordId> newSources) implements CareStep {
        public Revise {
            newSources = List.copyOf(newSources);
        }
    }

    /**
     * Of two records that say the same, the better one stays; the other is linked to it and archived.
     *
     * @param content of the one that is kept, with what the other one had more
     * @param reason "same name", or how similar they are
     */
    record Supersede(RecordId kept, Content content, double confidence, RecordId superseded, String reason)
            implements CareStep {}

    /** What is old and nothing refers to is searched only when asked for. */
    record Archive(RecordId id, String reason) implements CareStep {}

    /** Named for a person to look at; nothing is changed. */
    record Review(RecordId id, String reason) implements CareStep {}
}
