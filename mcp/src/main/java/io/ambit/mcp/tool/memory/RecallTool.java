package io.ambit.mcp.tool.memory;

import io.ambit.core.memory.Memory;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.AnswerJson;
import io.ambit.core.memory.recall.AnswerText;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordKind;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Form;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code memory_recall}: answers a question from memory, and takes the report of how the work for an earlier one went. */
public final class RecallTool extends DeclaredTool {
    private static final int MAX_LIMIT = 50;
    private static final int LEAST_TOKENS = 100;
    private static final int TOKENS = 2_000;
    /** What the line with the query's id takes. */
    private static final int CLOSING_TOKENS = 40;

    static final Form<RecordKind> KIND = Forms.choice(List.of(RecordKind.values()), RecordKind::label);

    private static final Parameter<String> QUERY =
            Parameter.optional("query", Forms.text(), "Question or words").such("\"why does login fail\"");
    private static final Parameter<List<RecordKind>> KINDS =
            Parameter.optional("kinds", Forms.some(KIND), "Only these").such("[\"episode\",\"skill\"]");
    private static final Parameter<Integer> LIMIT =
            Parameter.optional("limit", Forms.whole(1, MAX_LIMIT), "").or(Question.DEFAULT_LIMIT);
    private static final Parameter<Instant> FROM = Parameter.optional("from", Forms.time(), "Earliest time, ISO 8601");
    private static final Parameter<Instant> TO = Parameter.optional("to", Forms.time(), "Before this time");
    private static final Parameter<String> GOAL = Parameter.optional(
                    "goal", Forms.text(), "Task at hand; weighs the kinds")
            .such("\"fix the login\"");
    private static final Parameter<String> PHASE = Parameter.optional(
                    "phase", Forms.text(), "Such as implementation, debugging")
            .such("\"debugging\"");
    private static final Parameter<List<String>> ACTIONS =
            Parameter.optional("actions", Forms.words(), "Done so far").such("[\"run_test\",\"read_file\"]");
    private static final Parameter<Integer> MAX_TOKENS = Parameter.optional(
                    "max_tokens", Forms.whole(LEAST_TOKENS, USUAL_TOKENS), "")
            .or(TOKENS);
    private static final Parameter<String> QUERY_ID =
            Parameter.required("query_id", Forms.text(), "").such("\"q-000012\"");
    private static final Parameter<Outcome> OUTCOME =
            Parameter.required("outcome", Forms.choice(List.of(Outcome.values()), Outcome::label), "");
    private static final Parameter<Arguments> REPORT = Parameter.optional(
                    "report",
                    Forms.record(Parameters.of(QUERY_ID, OUTCOME)),
                    "How work after an earlier recall went; query may be left out")
            .such("{\"query_id\":\"q-000012\",\"outcome\":\"success\"}");

    public RecallTool() {
        super(new Declaration(
                "memory_recall",
                "Recall from memory",
                "Searches what earlier sessions did, learned and decided (not backlog items: backlog_search; not the"
                        + " context of a task: backlog_assemble_context). When debugging, what failed before comes first."
                        + " Example: {\"query\":\"flaky login test\",\"goal\":\"fix the login\"}",
                // A recall is written down, so that its outcome can be reported; nothing that it finds changes.
                new Hints(true, false, false),
                Parameters.of(QUERY, KINDS, LIMIT, FROM, TO, GOAL, PHASE, ACTIONS, MAX_TOKENS, REPORT),
                Schema.object()
                        .maybe("queryId", Schema.text())
                        .maybe("avoid", Schema.list(Schema.any()))
                        .maybe("hits", Schema.list(Schema.any()))
                        .maybe("leftOut", Schema.list(Schema.any()))
                        .maybe("reported", Schema.text())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        if (!arguments.has(QUERY) && !arguments.has(REPORT)) {
            throw arguments.wrong("expected `query` such as \"why does login fail\", or `report`");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        arguments.find(REPORT).ifPresent(report -> {
            String id = report.get(QUERY_ID);
            report(id, report.get(OUTCOME), arguments, call);
            tree.put("reported", id);
            text.append("Outcome noted for ").append(id).append(".\n");
        });
        if (arguments.has(QUERY)) {
            reach(0, 1, "searching memory", call);
            recall(arguments, call, tree, text);
        }
        return new ToolResult(tree, text.toString());
    }

    private static void report(String id, Outcome outcome, Arguments arguments, ToolCall call) {
        Memory memory = call.project().memory();
        if (!memory.journal().report(call.project().space(), id, outcome, true)) {
            throw arguments.wrong(
                    "`report.query_id` expected the id that an earlier recall in this project gave, got \"" + id
                            + "\"");
        }
    }

    private void recall(Arguments arguments, ToolCall call, Map<String, Object> tree, StringBuilder text) {
        Memory memory = call.project().memory();
        int budget = arguments.get(MAX_TOKENS) - CLOSING_TOKENS;
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        kinds.addAll(arguments.find(KINDS).orElse(List.of()));
        Answer answer = memory.ask(
                Question.in(call.project().space(), arguments.find(QUERY).orElseThrow())
                        .kinds(kinds)
                        .limit(arguments.get(LIMIT))
                        .between(arguments.orNull(FROM), arguments.orNull(TO))
                        .goal(arguments.find(GOAL).orElse(""))
                        .phase(arguments.find(PHASE).orElse(""))
                        .actions(arguments.find(ACTIONS).orElse(List.of()))
                        .maxTokens(budget)
                        .build());
        reach(1, 1, "searched memory", call);
        tree.putAll(AnswerJson.tree(answer));
        text.append(AnswerText.of(answer, memory.tokens(), budget));
        if (!answer.queryId().isEmpty()) {
            text.append("Query ").append(answer.queryId()).append(": report its outcome when the work is done.\n");
        }
    }
}
