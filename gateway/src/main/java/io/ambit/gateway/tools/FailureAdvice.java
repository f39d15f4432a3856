package io.ambit.gateway.tools;

import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;

/** What helps after a call that failed. Thread-safe. */
@FunctionalInterface
public interface FailureAdvice {
    FailureAdvice NONE = (space, failed) -> List.of();

    /**
     * Words for the model, in its ways to say them, the fullest first: the first is taken that there is room for. None
     * where there is nothing to say that the error does not.
     */
    List<String> on(Space space, FailedCall failed);

    /**
     * A call that failed.
     *
     * @param arguments as the model spelled them
     * @param error the tool's whole answer
     * @param earlier the calls before it, as JSON: a list of objects with {@code tool}, {@code params} and {@code result}
     * @param tools that the model may call
     */
    record FailedCall(String tool, String arguments, String error, String earlier, List<ToolDefinition> tools) {}
}
