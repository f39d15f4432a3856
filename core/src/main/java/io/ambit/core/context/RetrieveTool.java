package io.ambit.core.context;

/**
 * The tool by which a model gets back what was cut. Its text is paid for in every request of a session that has it, so
 * it is as short as it can be; its parameters are those of {@code RetrieveQuery}.
 */
public final class RetrieveTool {
    public static final String NAME = "context_retrieve";

    public static final String DESCRIPTION =
            "Tool output that was cut, in full. Filters, at least one; lines like 10-50; pattern is a regex.";

    /** JSON Schema of the arguments. */
    public static final String PARAMETERS = "{\"type\":\"object\",\"properties\":{"
            + "\"id\":{\"type\":\"string\"},"
            + "\"iteration\":{\"type\":\"integer\"},"
            + "\"tool_call_id\":{\"type\":\"string\"},"
            + "\"tool_name\":{\"type\":\"string\"},"
            + "\"topic\":{\"type\":\"string\"},"
            + "\"lines\":{\"type\":\"string\"},"
            + "\"pattern\":{\"type\":\"string\"}}}";

    private RetrieveTool() {}
}
