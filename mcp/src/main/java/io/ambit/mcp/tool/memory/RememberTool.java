package io.ambit.mcp.tool.memory;

import io.ambit.core.memory.intake.Remembered;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.AgentName;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code memory_remember}: stores what is worth knowing in later sessions. */
public final class RememberTool extends DeclaredTool {
    private static final String SOURCE = "mcp";

    private static final Parameter<String> CONTENT = Parameter.optional(
                    "content",
                    Forms.longText(),
                    "Insight or document: text; episode: goal; skill, pattern: name; anti-pattern: what fails")
            .such("\"Builds need JDK 25\"");
    private static final Parameter<RecordKind> KIND = Parameter.optional(
                    "kind",
                    Forms.choice(
                            List.of(
                                    RecordKind.INSIGHT,
                                    RecordKind.FACT,
                                    RecordKind.EPISODE,
                                    RecordKind.SKILL,
                                    RecordKind.PATTERN,
                                    RecordKind.ANTI_PATTERN,
                                    RecordKind.DOCUMENT),
                            RecordKind::label),
                    "")
            .or(RecordKind.INSIGHT);
    private static final Parameter<String> TYPE = Parameter.optional(
                    "type", Forms.text(), "Of an insight: decision, learning, blocker, next-step, note")
            .such("\"decision\"");
    private static final Parameter<List<String>> TAGS =
            Parameter.optional("tags", Forms.words(), "Of an insight").such("[\"build\"]");
    private static final Parameter<Map<String, Object>> FIELDS = Parameter.optional(
                    "fields",
                    Forms.object(),
                    "Fact: {subject,predicate,object,single}; episode: {outcome,actionLog,errors,...}; skill:"
                            + " {steps,...}; pattern: {correctApproach,conditions}; anti-pattern: {why,prevention}")
            .such("{\"subject\":\"api\",\"predicate\":\"port\",\"object\":\"8080\"}");
    private static final Parameter<Instant> HAPPENED_AT =
            Parameter.optional("happened_at", Forms.time(), "If not now, ISO 8601");
    private static final Parameter<Double> CONFIDENCE =
            Parameter.optional("confidence", Forms.share(), "").or(1.0);

    public RememberTool() {
        super(new Declaration(
                "memory_remember",
                "Remember",
                "Stores what later sessions should know: facts, how something is done, what happened. What concerns a"
                        + " backlog item: backlog_capture_insight. Secrets are left out. Example: {\"content\":\"Builds"
                        + " need JDK 25\",\"type\":\"decision\"}",
                new Hints(false, false, false),
                Parameters.of(CONTENT, KIND, TYPE, TAGS, FIELDS, HAPPENED_AT, CONFIDENCE),
                Schema.object().with("record", Schema.any()).maybe("redacted", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Draft draft = new Draft(
                call.project().space(),
                new GivenContent(arguments.get(KIND), fields(arguments)).read(arguments),
                Provenance.by(AgentName.of(call), SOURCE),
                arguments.orNull(HAPPENED_AT),
                Draft.USUAL_IMPORTANCE,
                arguments.get(CONFIDENCE));
        Remembered remembered = call.project().memory().remember(List.of(draft));
        if (!remembered.refused().isEmpty()) {
            throw arguments.wrong(remembered.refused().getFirst().message());
        }
        MemoryRecord record = remembered.records().getFirst();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("record", RecordJson.tree(record));
        tree.putAll(JsonTree.object("redacted", remembered.redacted()));
        String redacted = remembered.redacted().isEmpty()
                ? ""
                : "Left out of it: " + String.join(", ", remembered.redacted()) + ".\n";
        return new ToolResult(
                tree,
                "Remembered as " + record.id() + ", " + record.kind().label() + ": \"" + QuotedRecord.title(record)
                        + "\".\n" + redacted);
    }

    private static Map<String, Object> fields(Arguments arguments) {
        RecordKind kind = arguments.get(KIND);
        if (kind != RecordKind.INSIGHT && (arguments.has(TYPE) || arguments.has(TAGS))) {
            throw arguments.wrong("`type` and `tags` are of an insight, got `kind` " + kind.label());
        }
        if (arguments.find(TYPE).filter(RememberTool::isKind).isPresent()) {
            throw arguments.wrong(
                    "`type` expected decision, learning and the like, got a kind of record: say it in `kind`");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        arguments.find(CONTENT).ifPresent(text -> fields.put(GivenContent.mainMember(kind, arguments), text));
        arguments.find(TYPE).ifPresent(type -> fields.put("type", type));
        arguments.find(TAGS).ifPresent(tags -> fields.put("tags", tags));
        arguments
                .find(FIELDS)
                .ifPresent(more -> more.forEach((name, value) -> {
                    if (fields.putIfAbsent(name, value) != null) {
                        throw arguments.wrong(
                                "`fields." + QuotedRecord.line(name) + "` says again what another parameter says");
                    }
                }));
        return fields;
    }

    private static boolean isKind(String type) {
        return Arrays.stream(RecordKind.values())
                .anyMatch(kind -> kind != RecordKind.PATTERN && kind.label().equals(type));
    }
}
