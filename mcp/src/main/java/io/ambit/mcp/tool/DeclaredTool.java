package io.ambit.mcp.tool;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.Map;

/** A tool that is told by a declaration: schema and reading of its arguments come from the same parameters. */
public abstract class DeclaredTool implements Tool {
    /** Answers are no larger unless a call asks for more: what agents take without putting it aside. */
    protected static final int USUAL_TOKENS = 8_000;

    private static final int MAX_MESSAGE = 4_000;

    private final Declaration declared;

    protected DeclaredTool(Declaration declared) {
        this.declared = declared;
    }

    /** What a tool tells of itself, all but what it does. */
    public record Declaration(
            String name, String title, String description, Hints hints, Parameters parameters, Schema output) {}

    @Override
    public final String name() {
        return declared.name();
    }

    @Override
    public final String title() {
        return declared.title();
    }

    @Override
    public final String description() {
        return declared.description();
    }

    @Override
    public final Map<String, Object> inputSchema() {
        return declared.parameters().schema();
    }

    @Override
    public final Map<String, Object> outputSchema() {
        return declared.output().tree();
    }

    @Override
    public final Hints hints() {
        return declared.hints();
    }

    @Override
    public final ToolResult call(Map<String, Object> arguments, ToolCall call) {
        try {
            return answer(declared.parameters().read(name(), arguments), call);
        } catch (InvalidInputException e) {
            // It may repeat what was given, or what stands in a file: on one line it can pass for nothing else.
            String message = SafeText.line(String.valueOf(e.getMessage()), MAX_MESSAGE);
            throw new InvalidInputException(message.startsWith(name()) ? message : name() + ": " + message, e);
        }
    }

    /** Carries a call out whose arguments each are right. */
    protected abstract ToolResult answer(Arguments arguments, ToolCall call);

    /** What an answer costs a client, which shows its model the text or the structure. */
    protected static int size(String text, Map<String, Object> structured, TokenCounter tokens) {
        return Math.max(tokens.count(text), tokens.count(JsonTree.write(structured)));
    }

    /**
     * Says how far a call is, and ends it where the client gave it up.
     *
     * @throws GivenUpException then
     */
    protected final void reach(double done, double total, String message, ToolCall call) {
        if (call.isCancelled()) {
            throw new GivenUpException(name());
        }
        call.progress(done, total, message);
    }
}
