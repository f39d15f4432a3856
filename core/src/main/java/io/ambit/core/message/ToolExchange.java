package io.ambit.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A tool call with one block of its result.
 *
 * @param iteration which assistant message made the call, counted from 0
 * @param call null where the result answers no call that the transcript shows
 * @param messageIndex of the message that holds the result
 * @param partIndex of the result in that message
 */
public record ToolExchange(
        int iteration, Part.@Nullable ToolCall call, Part.ToolResult result, int messageIndex, int partIndex) {

    /** The tool's name, or "" where the call is not known. */
    public String toolName() {
        return call == null ? "" : call.name();
    }
}
