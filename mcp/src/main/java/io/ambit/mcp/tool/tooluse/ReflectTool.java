package io.ambit.mcp.tool.tooluse;

import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Recovery;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.failure.ReflectionJson;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.Map;

/** {@code backlog_reflect_on_failure}: what a call failed of, and what to do about it. */
public final class ReflectTool extends DeclaredTool {
    private static final int MAX_CALL = 2_000;

    private static final Parameter<String> TOOL =
            Parameter.required("tool", Forms.text(), "The tool that failed").such("\"read_file\"");
    private static final Parameter<Map<String, Object>> PARAMS = Parameter.optional(
                    "params", Forms.object(), "What it was called with")
            .or(Map.of());
    private static final Parameter<String> ERROR =
            Parameter.required("error", Forms.longText(), "What came back, whole");
    private static final Parameter<String> CONTEXT = Parameter.optional(
                    "context",
                    Forms.longText(),
                    "What came before: earlier calls as a JSON list of {tool, params, result}, or text")
            .or("");

    public ReflectTool() {
        super(new Declaration(
                "backlog_reflect_on_failure",
                "Reflect on a failed call",
                "Says what a failed tool call failed of, whether to retry, change it or stop, and what got over such"
                        + " failures before; with the corrected call where it is certain. Works for the tools of any"
                        + " server.",
                new Hints(true, false, true),
                Parameters.of(TOOL, PARAMS, ERROR, CONTEXT),
                Schema.object()
                        .with("class", Schema.text())
                        .with("confidence", Schema.number())
                        .with("cause", Schema.text())
                        .with("statement", Schema.text())
                        .with("advice", Schema.text())
                        .maybe("wait_ms", Schema.whole())
                        .with("next", Schema.text())
                        .maybe("corrected", Schema.any())
                        .maybe("recovery", Schema.any())
                        .maybe("patterns", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Reflection reflection = call.tools()
                .reflect(new FailureReport(
                        new Invocation(arguments.get(TOOL), arguments.get(PARAMS)),
                        arguments.get(ERROR),
                        arguments.get(CONTEXT)));
        return new ToolResult(ReflectionJson.tree(reflection), text(reflection));
    }

    private static String text(Reflection reflection) {
        StringBuilder text = new StringBuilder()
                .append(reflection.failure().label())
                .append(": ")
                .append(line(reflection.cause()))
                .append("\nTold by: \"")
                .append(line(reflection.statement()))
                .append("\"\nAdvice: ")
                .append(reflection.advice().label());
        if (reflection.pause() != null) {
            text.append(" after ").append(reflection.pause().toMillis()).append(" ms");
        }
        text.append(". ").append(line(reflection.next())).append('\n');
        Recovery recovery = reflection.recovery();
        if (recovery != null) {
            text.append("Got over such a failure before: ")
                    .append(line(recovery.worked().canonical()))
                    .append(" after ")
                    .append(line(recovery.failed().canonical()))
                    .append('\n');
        }
        Invocation corrected = reflection.corrected();
        if (corrected != null) {
            text.append("Corrected call: ").append(line(corrected.canonical())).append('\n');
        }
        return text.toString();
    }

    private static String line(String text) {
        return SafeText.line(text, MAX_CALL);
    }
}
