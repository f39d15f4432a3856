package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.ItemJson;
import io.ambit.core.backlog.Written;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.ListChange;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code backlog_update}: changes what is named in an item, and nothing else. */
public final class UpdateTool extends DeclaredTool {
    private static final int MAX_NAMES = 2_000;

    private static final Parameter<String> TITLE = Parameter.optional("title", Forms.text(), "");
    private static final Parameter<String> STATUS = Parameter.optional(
                    "status", Forms.text(), "open, in_progress, blocked, done, cancelled")
            .such("\"done\"");
    private static final Parameter<String> BODY =
            Parameter.optional("body", Forms.longText(), "Replaces the whole text");
    private static final Parameter<String> APPEND =
            Parameter.optional("append", Forms.longText(), "Goes to the end of the text");
    private static final Parameter<String> OLD = Parameter.required("old", Forms.longText(), "");
    private static final Parameter<String> NEW =
            Parameter.optional("new", Forms.longText(), "").or("");
    private static final Parameter<Arguments> REPLACE = Parameter.optional(
                    "replace", Forms.record(Parameters.of(OLD, NEW)), "Text that stands there once")
            .such("{\"old\":\"- [ ] tests\",\"new\":\"- [x] tests\"}");
    private static final Parameter<String> BLOCKED_REASON = Parameter.optional(
                    "blocked_reason", Forms.text(), "Needed for blocked")
            .such("\"waits for TASK-0012\"");
    private static final Parameter<List<String>> EVIDENCE = Parameter.optional(
                    "evidence", Forms.texts(), "What shows that it is done; added")
            .such("[\"mvn verify passes\"]");
    private static final Parameter<ListChange<String>> TAGS =
            Parameter.optional("tags", Forms.change(Forms.words()), "").such("{\"add\":[\"search\"]}");

    public UpdateTool() {
        super(new Declaration(
                "backlog_update",
                "Update a backlog item",
                "Changes what you name, leaves the rest. Prefer append or replace to body. Example: {\"id\":"
                        + "\"TASK-0024\",\"status\":\"done\",\"evidence\":[\"tests pass\"]}",
                new Hints(false, true, false),
                Parameters.of(
                        ItemParameters.ID,
                        TITLE,
                        STATUS,
                        BODY,
                        APPEND,
                        REPLACE,
                        BLOCKED_REASON,
                        EVIDENCE,
                        ItemParameters.PARENT_ID,
                        TAGS,
                        ItemParameters.REFERENCE_CHANGE,
                        ItemParameters.FIELDS),
                Schema.object()
                        .with("item", ItemAnswer.LINE)
                        .with("changed", Schema.list(Schema.text()))
                        .maybe("warnings", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        Map<String, Change> changes = changes(arguments, call);
        List<ListEdit> lists = lists(arguments, changes);
        BodyEdit body = body(arguments);
        List<String> changed = new ArrayList<>(changes.keySet());
        lists.forEach(list -> changed.add(list.key()));
        if (body != null) {
            changed.add("body");
        }
        if (changed.isEmpty()) {
            throw arguments.wrong("nothing to change, expected one of title, status, body, append, replace,"
                    + " blocked_reason, evidence, parent_id, tags, references, fields");
        }
        Function<Item, ItemEdit> change = item -> {
            lists.forEach(list -> changes.put(list.key(), list.in(item)));
            return new ItemEdit(body, changes);
        };
        Written written = call.project().backlog().update(arguments.get(ItemParameters.ID), change);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("item", ItemJson.line(written.item()));
        tree.put("changed", changed);
        tree.putAll(JsonTree.object("warnings", written.warnings()));
        return new ToolResult(
                tree,
                "Updated " + ItemPage.row(written.item()) + "Changed: "
                        + ItemPage.plain(String.join(", ", changed), MAX_NAMES) + "\n"
                        + ItemAnswer.warnings(written.warnings()));
    }

    private static @Nullable BodyEdit body(Arguments arguments) {
        List<BodyEdit> edits = new ArrayList<>();
        arguments.find(BODY).ifPresent(text -> edits.add(new BodyEdit.Replace(text)));
        arguments.find(APPEND).ifPresent(text -> edits.add(new BodyEdit.Append(text)));
        arguments.find(REPLACE).ifPresent(replace -> edits.add(new BodyEdit.Swap(replace.get(OLD), replace.get(NEW))));
        if (edits.size() > 1) {
            throw arguments.wrong("expected one of `body`, `append` and `replace`, got " + edits.size());
        }
        return edits.isEmpty() ? null : edits.getFirst();
    }

    private static Map<String, Change> changes(Arguments arguments, ToolCall call) {
        Map<String, Change> changes = new LinkedHashMap<>();
        arguments.find(TITLE).ifPresent(title -> changes.put(FrontMatter.TITLE, set(title.strip())));
        arguments.find(STATUS).ifPresent(status -> changes.put(FrontMatter.STATUS, set(ItemParameters.status(status))));
        arguments
                .find(BLOCKED_REASON)
                .ifPresent(reason ->
                        changes.put(FrontMatter.BLOCKED_REASON, new Change.Set(FieldValues.texts(List.of(reason)))));
        arguments
                .find(EVIDENCE)
                .filter(evidence -> !evidence.isEmpty())
                .ifPresent(evidence ->
                        changes.put(FrontMatter.EVIDENCE, new Change.Add(values(evidence, FieldValues::text))));
        arguments
                .find(ItemParameters.PARENT_ID)
                .ifPresent(parent -> changes.put(
                        FrontMatter.PARENT,
                        set(call.project().backlog().get(parent).id().value())));
        arguments.find(ItemParameters.FIELDS).orElse(Map.of()).forEach((key, value) -> {
            if (value == null && OwnFields.mayGo(key)) {
                changes.put(key, new Change.Clear());
                return;
            }
            OwnFields.refuse(key, arguments);
            changes.put(
                    key, value == null ? new Change.Clear() : new Change.Set(FieldValues.of(value, key, arguments)));
        });
        return changes;
    }

    /** Lists that are replaced go to the changes; those that something is added to or taken out of are returned. */
    private static List<ListEdit> lists(Arguments arguments, Map<String, Change> changes) {
        List<ListEdit> edits = new ArrayList<>();
        arguments.find(TAGS).ifPresent(tags -> list(FrontMatter.TAGS, tags, FieldValues::text, changes, edits));
        arguments
                .find(ItemParameters.REFERENCE_CHANGE)
                .ifPresent(
                        references -> list(FrontMatter.REFERENCES, references, GivenReference::value, changes, edits));
        return edits;
    }

    private static <T> void list(
            String key,
            ListChange<T> change,
            Function<T, Value> value,
            Map<String, Change> changes,
            List<ListEdit> edits) {
        List<T> set = change.set();
        if (set != null) {
            changes.put(key, new Change.Set(new Value.Arr(values(set, value), false)));
        } else {
            edits.add(new ListEdit(key, values(change.add(), value), values(change.remove(), value)));
        }
    }

    private static <T> List<Value> values(List<T> given, Function<T, Value> value) {
        return given.stream().map(value).toList();
    }

    private static Change set(String text) {
        return new Change.Set(FieldValues.text(text));
    }
}
