package io.ambit.mcp.tool.context;

import io.ambit.core.context.LineRange;
import io.ambit.core.context.Retrieval;
import io.ambit.core.context.RetrieveQuery;
import io.ambit.core.context.RetrieveTool;
import io.ambit.core.economics.CutText;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code context_retrieve}: brings back what was cut from a session that passed through the gateway, as it was. Only
 * sessions of the project's own space are there.
 */
public final class RetrieveContextTool extends DeclaredTool {
    private static final int MAX_LISTED = 5;
    private static final int LEAST_TOKENS = 100;
    private static final int MAX_TOKENS_LIMIT = 50_000;

    private static final Parameter<String> SESSION = Parameter.required(
                    "session", Forms.text(), "Its id, the client's own included")
            .such("\"s-000012\"");
    private static final Parameter<String> ID =
            Parameter.optional("id", Forms.text(), "As the cut names it").such("\"k3v9x2\"");
    private static final Parameter<Integer> ITERATION =
            Parameter.optional("iteration", Forms.whole(0, Integer.MAX_VALUE), "Counted from 0");
    private static final Parameter<String> TOOL_CALL_ID =
            Parameter.optional("tool_call_id", Forms.text(), "").such("\"call_1\"");
    private static final Parameter<String> TOOL_NAME =
            Parameter.optional("tool_name", Forms.text(), "").such("\"read_file\"");
    private static final Parameter<String> TOPIC =
            Parameter.optional("topic", Forms.text(), "All its words occur").such("\"login timeout\"");
    private static final Parameter<String> LINES =
            Parameter.optional("lines", Forms.text(), "Such as 10-50").such("\"10-50\"");
    private static final Parameter<String> PATTERN = Parameter.optional(
                    "pattern", Forms.text(), "Regular expression for lines")
            .such("\"ERROR.*login\"");
    private static final Parameter<Integer> MAX_TOKENS = Parameter.optional(
                    "max_tokens", Forms.whole(LEAST_TOKENS, MAX_TOKENS_LIMIT), "")
            .or(USUAL_TOKENS);

    public RetrieveContextTool() {
        super(new Declaration(
                RetrieveTool.NAME,
                "Retrieve cut output",
                "Brings back tool outputs of a recorded session in full, where a marker says that one was cut. All"
                        + " filters must hold; at least one beside session. Example: {\"session\":\"s-000012\","
                        + "\"tool_name\":\"read_file\",\"topic\":\"login\"}",
                new Hints(true, false, true),
                Parameters.of(SESSION, ID, ITERATION, TOOL_CALL_ID, TOOL_NAME, TOPIC, LINES, PATTERN, MAX_TOKENS),
                Schema.object()
                        .with("session", Schema.text())
                        .with("text", Schema.text())
                        .maybe("cutAfterLine", Schema.whole())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Space space = call.project().space();
        SessionRecord session = session(arguments, call, space);
        List<LedgerOutput> outputs = call.ledger().outputs(space, session.id());
        String found;
        try {
            found = Retrieval.find(query(arguments), outputs);
        } catch (AmbitException e) {
            throw arguments.wrong(String.valueOf(e.getMessage()));
        }
        CutText cut = CutText.of(
                found, arguments.get(MAX_TOKENS), call.project().memory().tokens());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("session", session.id().value());
        tree.put("text", cut.text());
        if (!cut.isCut()) {
            return new ToolResult(tree, cut.text());
        }
        tree.put("cutAfterLine", cut.shown());
        return new ToolResult(
                tree,
                cut.text() + (cut.text().endsWith("\n") ? "" : "\n") + "[cut after line " + cut.shown() + " of "
                        + cut.total() + ": ask for one output with `lines`, or with `max_tokens`]\n");
    }

    private static RetrieveQuery query(Arguments arguments) {
        String lines = arguments.orNull(LINES);
        return new RetrieveQuery(
                arguments.orNull(ID),
                arguments.orNull(ITERATION),
                arguments.orNull(TOOL_CALL_ID),
                arguments.orNull(TOOL_NAME),
                arguments.orNull(TOPIC),
                lines == null ? null : LineRange.parse(lines),
                arguments.orNull(PATTERN));
    }

    private static SessionRecord session(Arguments arguments, ToolCall call, Space space) {
        String named = arguments.get(SESSION).strip();
        List<SessionRecord> sessions = call.ledger().sessions(space);
        return sessions.stream()
                .filter(one -> one.id().value().equals(named))
                .findFirst()
                .or(() -> sessions.stream()
                        .filter(one -> named.equals(one.clientSession()))
                        .findFirst())
                .orElseThrow(() -> arguments.wrong("no session \"" + QuotedRecord.line(named) + "\" in this project"
                        + (sessions.isEmpty()
                                ? "; none went through Ambit's gateway yet"
                                : ", expected one such as " + last(sessions))));
    }

    private static String last(List<SessionRecord> sessions) {
        return sessions.stream()
                .limit(MAX_LISTED)
                .map(session -> session.id().value())
                .collect(Collectors.joining(", "));
    }
}
