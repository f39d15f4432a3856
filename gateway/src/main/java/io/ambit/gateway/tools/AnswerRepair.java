package io.ambit.gateway.tools;

import io.ambit.core.tool.Invocation;
import io.ambit.wire.CallRepair;
import java.util.List;
import java.util.Optional;

/** Sets the calls of one answer right, and remembers what it did. Used by one thread. */
public interface AnswerRepair extends CallRepair {
    AnswerRepair NONE = new AnswerRepair() {
        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public List<Correction> corrections() {
            return List.of();
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

    /** What was set right so far, in order. */
    List<Correction> corrections();
}
