package io.ambit.gateway.tools;

import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;

/** What helps after a call that failed. Thread-safe. */
@FunctionalInterface
public interface FailureAdvice {
    FailureAdvice NONE = (space, failed) -> "";

    /** Words for the model, in a line; "" where there is nothing to say that the error does not. */
    String on(Space space, FailedCall failed);

    /**
     * A call that failed.
     *
     * @param arguments as the model spelled them
     * @param error the tool's whole answer
     * @param tools that the model may call
     */
    record FailedCall(String tool, String arguments, String error, List<ToolDefinition> tools) {}
}
