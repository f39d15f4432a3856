package io.ambit.gateway.tools;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Optional;

/** Finds the call that was certainly meant. Thread-safe. */
@FunctionalInterface
public interface CallCorrector {
    CallCorrector NONE = (tools, tool, arguments) -> Optional.empty();

    /**
     * The call that was meant; empty where the one that was made is right, or where it is not certain what was meant.
     *
     * @param tools that the model may call
     * @param arguments as the model spelled them
     */
    Optional<Corrected> correct(List<ToolDefinition> tools, String tool, String arguments);

    /** A call with what was set right in it. */
    record Corrected(Invocation call, List<Correction> corrections) {
        public Corrected {
            corrections = List.copyOf(corrections);
        }
    }
}
