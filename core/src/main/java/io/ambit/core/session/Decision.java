package io.ambit.core.session;

import java.util.Objects;

/** In which form something is forwarded. Sticky: it changes only at a planned boundary. */
public sealed interface Decision {

    /** As it came. */
    record Keep() implements Decision {}

    Keep KEEP = new Keep();

    /** A decision that puts other text in a part's place. */
    sealed interface Replacement extends Decision {
        /** What the model sees. */
        String shown();

        /** Tokens of the original less tokens of what is shown; always positive. */
        int tokensSaved();
    }

    /** The same values in a shorter form: nothing is lost. */
    record Rewrite(String shown, int tokensSaved) implements Replacement {
        public Rewrite {
            requireSaving("rewrite", shown, tokensSaved);
        }
    }

    /** Shown shorter. The original stays retrievable under {@code id} for as long as the session lives. */
    record Cut(OutputId id, String shown, int tokensSaved) implements Replacement {
        public Cut {
            Objects.requireNonNull(id, "id");
            requireSaving("cut " + id, shown, tokensSaved);
        }
    }

    /** Replaced by a reference to an equal output at {@code to}, which stays shown while this stands. */
    record Point(OutputId id, PartKey to, String shown, int tokensSaved) implements Replacement {
        public Point {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(to, "to");
            requireSaving("pointer " + id, shown, tokensSaved);
        }
    }

    /** The whole message is left out. Its tool outputs stay retrievable. */
    record Drop() implements Decision {}

    Drop DROP = new Drop();

    /** A message of Ambit's own, placed after another one: the summary of what was dropped. */
    record Insert(String text) implements Decision {
        public Insert {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Words of Ambit's own put after a part's text, however that is shown: advice on a call that failed. */
    record Note(String text) implements Decision {
        public Note {
            Objects.requireNonNull(text, "text");
        }
    }

    private static void requireSaving(String what, String shown, int tokensSaved) {
        Objects.requireNonNull(shown, "shown");
        // What saves nothing costs a marker and a retrieval: the planner must keep the part instead.
        if (tokensSaved <= 0) {
            throw new IllegalArgumentException(what + " saves " + tokensSaved + " tokens, expected more than 0");
        }
    }
}
