package io.ambit.core.compress;

import org.jspecify.annotations.Nullable;

/**
 * What the model sees already, in the messages before the output that is being compressed. A value of its own, so that
 * a compressor stays a pure function.
 */
public interface Shown {

    /** Nothing is shown yet. */
    Shown NOTHING = new Shown() {
        @Override
        public boolean holds(String identifier) {
            return false;
        }

        @Override
        public @Nullable String definition(String label) {
            return null;
        }
    };

    /** Whether an identifier ({@code economics.Identifiers}) stands in what is shown. */
    boolean holds(String identifier);

    /** The table header that an earlier output defines under a label, or null where none does. */
    @Nullable String definition(String label);
}
