package io.ambit.core.context;

/**
 * The tool by which a model gets back what was cut. Its text is paid for in every request of a session that has it, so
 * it is as short as it can be: the parameter that each cut names is declared, the other ones of {@code RetrieveQuery} are
 * mentioned and taken as well.
 */
public final class RetrieveTool {
    public static final String NAME = "context_retrieve";

    public static final String DESCRIPTION =
            "Cut tool output in full; also by iteration, tool_call_id, tool_name, topic, pattern; lines: 1-9";

    /** JSON Schema of the arguments. */
    public static final String PARAMETERS = "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}";

    private RetrieveTool() {}
}
