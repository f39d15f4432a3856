package io.ambit.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.text.Value;
import io.ambit.mcp.transport.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Resources and prompts as a client sees them, over a real session. */
@Timeout(60)
class ProjectOfferTest {
    private static final String ACTIVE = "resource://backlog/active-context";

    @TempDir
    private Path folder;

    private HeapProjects projects;
    private ProjectContext mine;
    private ProjectContext other;
    private AmbitMcp mcp;
    private PlainClient client;

    @BeforeEach
    void open() {
        projects = new HeapProjects(folder);
        mine = projects.inFolder("/work/mine");
        other = projects.inFolder("/work/other");
        mcp = new AmbitMcp(
                new McpSettings("1", "/nowhere/default", Duration.ofMillis(20)),
                projects,
                () -> projects.stores().ledger(),
                projects.tools(),
                new ProjectOffer());
        client = new PlainClient(mcp, new Connection("/work/mine", null, "all"));
    }

    @AfterEach
    void close() {
        client.close();
        mcp.close();
        projects.close();
    }

    private static String task(ProjectContext project, String title, String status) {
        List<Value.Field> fields = List.of(new Value.Field("status", new Value.Str(status, false)));
        return project.backlog()
                .create(new NewItem(ItemType.TASK, title, "The text of " + title + ".\n", fields))
                .item()
                .id()
                .value();
    }

    private static MemoryRecord insight(ProjectContext project, String text) {
        return project.memory()
                .remember(Draft.of(
                        project.space(),
                        new Insight("note", text, "", List.of()),
                        Provenance.by("user", "test"),
                        null));
    }

    private JsonNode read(String uri) {
        return client.ask("resources/read", "{\"uri\":\"" + uri + "\"}");
    }

    private static String text(JsonNode answer) {
        return answer.path("result").path("contents").path(0).path("text").asString("");
    }

    @Test
    void initialize_instructions_holdTheActiveContextAndHowToWork() {
        task(mine, "Paint the shed", "in_progress");

        String instructions = client.hello("{}").path("instructions").asString();

        assertThat(instructions).contains("backlog_assemble_context").contains("Paint the shed");
    }

    @Test
    void list_moreThanAPage_isWholeWithoutRepetition() {
        for (int i = 0; i < 130; i++) {
            task(mine, "Task number " + i, "open");
        }
        for (int i = 0; i < 90; i++) {
            insight(mine, "Insight number " + i + " about item " + i * 7);
        }
        task(other, "Elsewhere", "open");
        insight(other, "said elsewhere");
        client.hello("{}");

        List<String> uris = new ArrayList<>();
        String params = "{}";
        while (true) {
            JsonNode page = client.ask("resources/list", params).path("result");
            page.path("resources").forEach(each -> uris.add(each.path("uri").asString()));
            if (!page.has("nextCursor")) {
                break;
            }
            params = "{\"cursor\":\"" + page.path("nextCursor").asString() + "\"}";
        }

        assertThat(uris).hasSize(1 + 130 + 90).startsWith(ACTIVE);
        assertThat(new HashSet<>(uris)).hasSize(uris.size());
        assertThat(uris).noneMatch(uri -> uri.contains("other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "bm9uc2Vuc2U", "OSBtZW1vcnk", "MSB4", "MSAlJSU", "LTEgeA"})
    void list_cursorThatWasNotGivenOut_isRefused(String cursor) {
        task(mine, "Any", "open");
        client.hello("{}");

        JsonNode error =
                client.ask("resources/list", "{\"cursor\":\"" + cursor + "\"}").path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asString()).startsWith("cursor");
    }

    @Test
    void read_itemByItsPath_isItsFrontMatterAndText() {
        task(mine, "Paint the shed: twice", "open");
        client.hello("{}");

        String text = text(read("mcp://backlog/tasks/TASK-0001.md"));

        assertThat(text).isEqualTo("""
                        ---
                        id: TASK-0001
                        title: "Paint the shed: twice"
                        status: open
                        created_at: "2026-11-21T10:00:00Z"
                        updated_at: "2026-11-21T10:00:00Z"
                        type: task
                        ---
                        The text of Paint the shed: twice.
                        """);
    }

    @Test
    void read_record_isQuotedWithItsOriginAndCounted() {
        MemoryRecord record = insight(mine, "SQLite was chosen");
        client.hello("{}");

        assertThat(text(read("memory://mine/" + record.id())))
                .contains("> SQLite was chosen")
                .contains("quoted data");
        assertThat(mine.memory()
                        .store()
                        .find(mine.space(), record.id())
                        .orElseThrow()
                        .uses())
                .isEqualTo(1);
    }

    @Test
    void read_recordOfAnotherSpace_isNotThere() {
        MemoryRecord record = insight(other, "said elsewhere");
        client.hello("{}");

        for (String uri : List.of(
                "memory://other/" + record.id(),
                "memory://mine/" + record.id(),
                "memory://mine/../other/" + record.id())) {
            JsonNode answer = read(uri);
            assertThat(answer.path("error").path("code").asInt()).as(uri).isEqualTo(-32002);
            assertThat(answer.toString()).doesNotContain("said elsewhere");
        }
    }

    @Test
    void read_nothing_isNotFound() {
        client.hello("{}");

        assertThat(read("file:///etc/passwd").path("error").path("code").asInt())
                .isEqualTo(-32002);
        assertThat(read("mcp://backlog/no").path("error").path("code").asInt()).isEqualTo(-32002);
    }

    @Test
    void subscribe_contentChanges_isToldOnceForEachChange() {
        String id = task(mine, "Paint the shed", "in_progress");
        client.hello("{}");
        assertThat(client.ask("resources/subscribe", "{\"uri\":\"" + ACTIVE + "\"}")
                        .has("result"))
                .isTrue();

        task(mine, "Mend the roof", "in_progress");

        assertThat(client.awaitMethod("notifications/resources/updated")
                        .path("params")
                        .path("uri")
                        .asString())
                .isEqualTo(ACTIVE);
        assertThat(text(read(ACTIVE))).contains("Mend the roof").contains(id);
        assertThat(client.unread()).isEmpty();
    }

    @Test
    void unsubscribe_contentChanges_isNotTold() {
        client.hello("{}");
        client.ask("resources/subscribe", "{\"uri\":\"" + ACTIVE + "\"}");
        client.ask("resources/unsubscribe", "{\"uri\":\"" + ACTIVE + "\"}");
        task(mine, "Mend the roof", "in_progress");

        // Another subscription is told of a later change: by then the first would have been told as well.
        client.ask("resources/subscribe", "{\"uri\":\"mcp://backlog/tasks/TASK-0001.md\"}");
        mine.backlog()
                .store()
                .update(
                        mine.backlog().get("TASK-0001").id(),
                        item -> new ItemEdit(new BodyEdit.Replace("Other text.\n"), Map.of()),
                        mine.memory().now());

        JsonNode told = client.awaitMethod("notifications/resources/updated");
        assertThat(told.path("params").path("uri").asString()).isEqualTo("mcp://backlog/tasks/TASK-0001.md");
        assertThat(client.unread()).isEmpty();
    }

    @Test
    void subscribe_unknownResource_isNotFound() {
        client.hello("{}");

        assertThat(client.ask("resources/subscribe", "{\"uri\":\"mcp://backlog/no\"}")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32002);
    }

    @Test
    void complete_ids_beginAsTyped() {
        task(mine, "One", "open");
        task(mine, "Closed", "done");
        MemoryRecord record = insight(mine, "noted");
        client.hello("{}");

        assertThat(complete("{\"type\":\"ref/prompt\",\"name\":\"plan\"}", "item", "task"))
                .containsExactly("TASK-0001");
        assertThat(complete("{\"type\":\"ref/resource\",\"uri\":\"memory://{space}/{id}\"}", "id", "ins"))
                .containsExactly(record.id().value());
        assertThat(complete("{\"type\":\"ref/resource\",\"uri\":\"mcp://backlog/{+path}\"}", "path", "tasks/TASK-0002"))
                .containsExactly("tasks/TASK-0002.md");
        assertThat(complete("{\"type\":\"ref/resource\",\"uri\":\"memory://{space}/{id}\"}", "space", ""))
                .containsExactly("mine");
    }

    private List<String> complete(String reference, String argument, String typed) {
        JsonNode values = client.ask(
                        "completion/complete",
                        "{\"ref\":" + reference + ",\"argument\":{\"name\":\"" + argument + "\",\"value\":\"" + typed
                                + "\"}}")
                .path("result")
                .path("completion")
                .path("values");
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.add(value.asString()));
        return all;
    }

    private JsonNode prompt(String name, String arguments) {
        return client.ask("prompts/get", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}");
    }

    private static String embedded(JsonNode answer) {
        return answer.path("result")
                .path("messages")
                .path(0)
                .path("content")
                .path("resource")
                .path("text")
                .asString("");
    }

    @Test
    void plan_item_bringsItsContextAndNamesIt() {
        String id = task(mine, "Paint the shed", "open");
        client.hello("{}");

        JsonNode answer = prompt("plan", "{\"item\":\"task 1\"}");

        assertThat(embedded(answer)).contains("Paint the shed");
        assertThat(answer.path("result")
                        .path("messages")
                        .path(1)
                        .path("content")
                        .path("text")
                        .asString())
                .startsWith("Plan the task " + id + ".");
    }

    @Test
    void plan_goal_isPartOfTheTask() {
        task(mine, "Paint the shed", "open");
        client.hello("{}");

        assertThat(prompt("plan", "{\"goal\":\"a dry shed\"}").toString()).contains("The goal: a dry shed");
    }

    @Test
    void plan_neither_saysWhatIsExpected() {
        client.hello("{}");

        JsonNode error = prompt("plan", "{}").path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asString()).contains("expected goal in words");
    }

    @Test
    void handover_summary_isHandedOnWithTheActiveContext() {
        task(mine, "Paint the shed", "in_progress");
        client.hello("{}");

        JsonNode answer = prompt("handover", "{\"summary\":\"the door is painted\"}");

        assertThat(embedded(answer)).contains("Paint the shed");
        assertThat(answer.toString()).contains("the door is painted").contains("type next-step");
    }

    @Test
    void reconcile_noEpic_saysWhatIsMissing() {
        client.hello("{}");

        assertThat(prompt("reconcile", "{}").path("error").path("message").asString())
                .startsWith("argument epic is missing");
    }

    @Test
    void toolsList_selection_isWhatTheConnectionAskedFor() {
        client.hello("{}");
        Set<String> all = names(client);
        try (PlainClient few = new PlainClient(mcp, new Connection("/work/mine", null, "memory_recall,memory_get"))) {
            few.hello("{}");
            assertThat(names(few)).containsExactlyInAnyOrder("memory_recall", "memory_get");
        }
        assertThat(all).hasSizeGreaterThan(2).contains("memory_forget");
    }

    private static Set<String> names(PlainClient client) {
        Set<String> names = new HashSet<>();
        client.ask("tools/list", "{}")
                .path("result")
                .path("tools")
                .forEach(tool -> names.add(tool.path("name").asString()));
        return names;
    }

    @Test
    void initialize_unknownTool_saysWhichThereAre() {
        try (PlainClient wrong = new PlainClient(mcp, new Connection("/work/mine", null, "memory_recal"))) {
            JsonNode error = wrong.ask(
                            "initialize",
                            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}")
                    .path("error");
            assertThat(error.path("message").asString()).contains("memory_recall");
        }
    }

    @Test
    void space_unknown_isRefusedAtTheFirstCall() {
        try (PlainClient lost = new PlainClient(mcp, new Connection("/work/mine", "no-such-space", null))) {
            lost.hello("{}");
            assertThat(lost.ask("resources/read", "{\"uri\":\"" + ACTIVE + "\"}")
                            .path("error")
                            .path("message")
                            .asString())
                    .contains("no project of space 'no-such-space'");
        }
    }
}
