package io.ambit.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Fault;
import io.ambit.core.tooluse.check.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogCallsTest {
    private static final List<ToolDefinition> TOOLS = List.of(
            new ToolDefinition("backlog_get", "", "", Map.of()),
            new ToolDefinition("backlog_update", "", "", Map.of()),
            new ToolDefinition("mcp__ambit__backlog_create", "", "ambit", Map.of()),
            new ToolDefinition("ticket_get", "", "", Map.of()));

    private final CallCheck check = new CallCheck(new JsonSchemaValidator());
    private final List<Item> items = new ArrayList<>(List.of(
            item("EPIC-0001", "epic"),
            item("TASK-0024", "task", "status", "open", "parent_id", "EPIC-0001"),
            item("TASK-0025", "task", "status", "done", "parent_id", "EPIC-0001"),
            item("TASK-0026", "task", "status", "open", "parent_id", "EPIC-0001", "evidence", "tests pass"),
            item("TASK-0027", "task", "status", "open", "parent_id", "EPIC-0001"),
            item("TASK-0028", "task", "status", "open", "parent_id", "EPIC-0001")));

    @Test
    void check_idInAnotherSpelling_isMended() {
        for (String written : List.of("TASK-24", "task-0024", "TASK 24", "Task_24")) {
            Checked checked = check("backlog_get", "id", written);

            assertThat(checked.cause()).as(written).contains(Fault.MALFORMED_ID);
            assertThat(checked.certain()).as(written).map(Invocation::arguments).contains(Map.of("id", "TASK-0024"));
        }
        assertThat(check("backlog_get", "id", "TASK-0024").findings()).isEmpty();
        assertThat(check("backlog_get", "ids", List.of("TASK-0024", "task 25")).certain())
                .map(Invocation::arguments)
                .contains(Map.of("ids", List.of("TASK-0024", "TASK-0025")));
    }

    @Test
    void check_numberAlone_isProposedWhereOneItemHasIt() {
        Checked checked = check("backlog_get", "id", "24");

        assertThat(checked.certain()).isEmpty();
        assertThat(checked.proposed()).map(Invocation::arguments).contains(Map.of("id", "TASK-0024"));
        items.add(item("ADR 0024", "adr"));
        assertThat(check("backlog_get", "id", "24").proposed()).isEmpty();
    }

    @Test
    void check_idThatNoItemBears_isTold() {
        Checked checked = check("backlog_update", "id", "TASK-0099", "status", "open");

        assertThat(checked.cause()).contains(Fault.UNKNOWN_REFERENCE);
        assertThat(checked.findings()).extracting(Finding::path).containsExactly("/id");
        assertThat(checked.proposed()).isEmpty();
    }

    @Test
    void check_statusThatCannotFollow_isTold() {
        assertThat(check("backlog_update", "id", "TASK-0025", "status", "blocked", "blocked_reason", "x")
                        .cause())
                .contains(Fault.ILLOGICAL_TRANSITION);
        assertThat(check("backlog_update", "id", "TASK-0025", "status", "open").findings())
                .isEmpty();
        assertThat(check("backlog_update", "id", "TASK-0024", "status", "blocked")
                        .cause())
                .contains(Fault.MISSING_REASON);
        assertThat(check("backlog_update", "id", "TASK-0024", "status", "blocked", "blocked_reason", "waits")
                        .findings())
                .isEmpty();
    }

    @Test
    void check_doneWithoutEvidence_isValidAndSaysSo() {
        Checked bare = check("backlog_update", "id", "TASK-0024", "status", "Done");

        assertThat(bare.isValid()).isTrue();
        assertThat(bare.findings()).extracting(Finding::fault).containsExactly(Fault.MISSING_EVIDENCE);
        assertThat(check("backlog_update", "id", "TASK-0026", "status", "done").findings())
                .isEmpty();
        assertThat(check("backlog_update", "id", "TASK-0024", "status", "done", "evidence", List.of("tests"))
                        .findings())
                .isEmpty();
    }

    @Test
    void check_newItemWithoutTheParentThatItsLikeHave_saysSo() {
        assertThat(check("mcp__ambit__backlog_create", "title", "More").findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.MISSING_PARENT);
        assertThat(check("mcp__ambit__backlog_create", "title", "More", "parent_id", "EPIC-0001")
                        .findings())
                .isEmpty();
        assertThat(check("mcp__ambit__backlog_create", "title", "More", "type", "epic")
                        .findings())
                .isEmpty();
    }

    @Test
    void check_otherTools_saysNothingOfIds() {
        assertThat(check("ticket_get", "id", "TASK-24").findings()).isEmpty();
    }

    private Checked check(String tool, Object... arguments) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            tree.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        return check.check(new Invocation(tool, tree), TOOLS, items);
    }

    private static Item item(String id, String type, String... fields) {
        List<Value.Field> front = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            front.add(new Value.Field(fields[i], new Value.Str(fields[i + 1], false)));
        }
        return new Item(
                new ItemId(id),
                new ItemType(type),
                id,
                "tasks/" + id + ".md",
                new FrontMatter(new Value.Obj("", front, false)),
                "",
                Hash.of(id),
                Instant.EPOCH);
    }
}
