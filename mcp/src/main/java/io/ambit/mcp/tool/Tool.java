package io.ambit.mcp.tool;

import java.util.Map;

/** A tool that an agent may call. Stateless and thread-safe. */
public interface Tool {

    /**
     * What a client may assume of calls.
     *
     * @param readOnly it changes nothing
     * @param destructive it may take something away
     * @param idempotent the same call again changes nothing more
     */
    record Hints(boolean readOnly, boolean destructive, boolean idempotent) {}

    String name();

    /** For people. */
    String title();

    /** For models: when to call it, and when another one. */
    String description();

    /** JSON Schema of the arguments. */
    Map<String, Object> inputSchema();

    /** JSON Schema of {@link ToolResult#structured}. */
    Map<String, Object> outputSchema();

    Hints hints();

    /**
     * Carries a call out.
     *
     * @param arguments as they came
     * @throws io.ambit.core.error.InvalidInputException where they are wrong: what was expected, what came, and an
     *     example
     */
    ToolResult call(Map<String, Object> arguments, ToolCall call);
}
