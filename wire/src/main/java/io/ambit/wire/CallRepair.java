package io.ambit.wire;

import io.ambit.core.tool.Invocation;
import java.util.Optional;

/** Sets right, before the client sees them, the calls of one answer that are certainly misspelt. Used by one thread. */
public interface CallRepair {
    /** Everything passes as it comes. */
    CallRepair NONE = new CallRepair() {
        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public boolean holds(String tool) {
            return false;
        }

        @Override
        public Optional<Invocation> repaired(String tool, String arguments) {
            return Optional.empty();
        }
    };

    /** Whether anything may change, so that the answer has to come unpacked and its length is not known before. */
    default boolean isActive() {
        return true;
    }

    /** Whether a call of {@code tool} waits until it is whole; else it passes as it comes. */
    boolean holds(String tool);

    /**
     * What the client gets in the place of a call that is whole; empty where that is the call itself. Never throws.
     *
     * @param arguments as the model spelled them
     */
    Optional<Invocation> repaired(String tool, String arguments);
}
