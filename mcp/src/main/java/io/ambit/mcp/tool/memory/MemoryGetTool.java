package io.ambit.mcp.tool.memory;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.economics.CutText;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordJson;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code memory_get}: records in full. */
public final class MemoryGetTool extends DeclaredTool {
    /** What is left of the budget is worth the beginning of a record from here. */
    private static final int LEAST_WORTH = 200;

    private static final int MAX_TOKENS_LIMIT = 50_000;

    private static final Parameter<List<String>> IDS =
            Parameter.required("ids", Forms.words(), "").such("[\"ins-004\",\"ep-2026-01-05-012\"]");
    private static final Parameter<Integer> MAX_TOKENS = Parameter.optional(
                    "max_tokens", Forms.whole(LEAST_WORTH, MAX_TOKENS_LIMIT), "")
            .or(USUAL_TOKENS);

    public MemoryGetTool() {
        super(new Declaration(
                "memory_get",
                "Get memory records",
                "Reads memory records in full by the ids that recall, timeline or context named. Backlog items:"
                        + " backlog_get.",
                new Hints(true, false, true),
                Parameters.of(IDS, MAX_TOKENS),
                Schema.object()
                        .with("records", Schema.list(Schema.any()))
                        .maybe("missing", Schema.list(Schema.text()))
                        .maybe("leftOut", Schema.list(Schema.any()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Set<RecordId> ids = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String written : arguments.get(IDS)) {
            MemoryIds.read(written).ifPresentOrElse(ids::add, () -> missing.add(QuotedRecord.line(written)));
        }
        ProjectContext project = call.project();
        List<MemoryRecord> records = project.memory().disclosure().open(project.space(), call.session(), "", ids);
        Set<RecordId> found = new LinkedHashSet<>();
        records.forEach(record -> found.add(record.id()));
        ids.stream().filter(id -> !found.contains(id)).forEach(id -> missing.add(id.value()));
        found.forEach(id -> project.openedAfterAssemble(call.session(), id.value()));
        if (records.isEmpty()) {
            throw arguments.wrong("no memory record " + String.join(", ", missing)
                    + " in this project: recall or look at the timeline for ids");
        }
        return shown(
                records, missing, arguments.get(MAX_TOKENS), project.memory().tokens());
    }

    private static ToolResult shown(
            List<MemoryRecord> records, List<String> missing, int maxTokens, TokenCounter tokens) {
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> trees = new ArrayList<>();
        List<Map<String, Object>> leftOut = new ArrayList<>();
        int left = maxTokens;
        for (MemoryRecord record : records) {
            String whole = QuotedRecord.of(record);
            Map<String, Object> json = RecordJson.tree(record);
            int size = size(whole, json, tokens);
            if (size <= left) {
                trees.add(json);
                text.append(whole);
                left -= size;
                continue;
            }
            leftOut.add(JsonTree.object(
                    "id",
                    record.id().value(),
                    "title",
                    QuotedRecord.title(record),
                    "tokens",
                    size,
                    "cut",
                    left > LEAST_WORTH));
            if (left > LEAST_WORTH) {
                CutText cut = CutText.of(record.content().text(), left - LEAST_WORTH, tokens);
                Map<String, Object> tree = new LinkedHashMap<>(json);
                tree.put("content", JsonTree.object("text", cut.text(), "cut", true));
                trees.add(tree);
                text.append(QuotedRecord.of(record, cut.text()));
                left = 0;
            }
        }
        for (Map<String, Object> one : leftOut) {
            text.append(one.get("id"))
                    .append(Boolean.TRUE.equals(one.get("cut")) ? " is cut" : " is not shown")
                    .append(": it has ")
                    .append(one.get("tokens"))
                    .append(" tokens, ask for it alone with max_tokens.\n");
        }
        if (!missing.isEmpty()) {
            text.append("Not in memory: ").append(String.join(", ", missing)).append('\n');
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("records", trees);
        tree.putAll(JsonTree.object("missing", missing, "leftOut", leftOut));
        return new ToolResult(tree, text.toString());
    }
}
