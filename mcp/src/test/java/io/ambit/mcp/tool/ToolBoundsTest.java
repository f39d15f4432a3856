package io.ambit.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No answer is larger than an agent takes, all can be had piece by piece, and none holds what is of another space. */
class ToolBoundsTest {
    private static final int MOST = 8_000;
    private static final TokenCounter TOKENS = new BpeTokenCounter();
    private static final String LONG = "A sentence about the login that goes on for a while, number %d.\n".repeat(400);

    @TempDir
    private Path folder;

    private static void assertBounded(ToolResult result) {
        assertThat(TOKENS.count(result.text())).isLessThanOrEqualTo(MOST + 100);
    }

    @Test
    void call_largeItemsAndRecords_isCutAndSaysHowToGetTheRest() {
        try (ToolBench bench = new ToolBench(folder)) {
            for (int i = 0; i < 5; i++) {
                bench.item(ItemType.TASK, "Login " + i, LONG, "status", "open");
                bench.remember(new Document("login " + i, LONG.replace("%d", "" + i)), null);
            }
            Conversation.about(ToolBench.SPACE, "long", "read all of it")
                    .tool("c", "cat", "{}", LONG.replace("%d", "seven").repeat(4))
                    .step(bench.ledger());

            ToolResult items = bench.call("backlog_get", "ids", List.of("TASK-0001", "TASK-0002", "TASK-0003"));
            ToolResult records = bench.call("memory_get", "ids", "doc-001, doc-002, doc-003");
            ToolResult output = bench.call("context_retrieve", "session", "long", "tool_name", "cat");

            assertBounded(items);
            assertThat(items.text()).contains("TASK-0001", "TASK-0003", "ask for it alone, with more max_tokens");
            assertBounded(records);
            assertThat(records.text()).contains("is cut: it has", "is not shown: it has");
            assertBounded(output);
            assertThat(output.text()).contains("[cut after line", "`lines`");
            assertBounded(bench.call("memory_recall", "query", "login"));
            assertBounded(bench.call("backlog_search", "query", "login"));
            assertBounded(bench.call("memory_timeline"));
            assertBounded(bench.call("backlog_assemble_context", "query", "login"));
        }
    }

    @Test
    void list_largeBacklog_comesWholePageByPage() {
        try (ToolBench bench = new ToolBench(folder)) {
            for (int i = 0; i < 330; i++) {
                bench.item(
                        ItemType.TASK,
                        "A task with a title of usual length, number " + i,
                        "",
                        "tags",
                        List.of("a", "b"));
            }
            Set<Object> seen = new HashSet<>();
            List<Object> order = new ArrayList<>();
            Map<String, Object> arguments = ToolBench.with("limit", 200, "sort", "id");
            int pages = 0;
            do {
                ToolResult page = bench.call("backlog_list", arguments);
                assertBounded(page);
                assertThat(TOKENS.count(JsonTree.write(page.structured()))).isLessThanOrEqualTo(MOST + 200);
                for (Object item : (List<?>) page.structured().get("items")) {
                    seen.add(((Map<?, ?>) item).get("id"));
                    order.add(((Map<?, ?>) item).get("id"));
                }
                arguments.put("cursor", page.structured().get("next_cursor"));
                pages++;
            } while (arguments.get("cursor") != null);

            assertThat(seen).hasSize(330);
            assertThat(order).hasSize(330);
            assertThat(pages).isGreaterThan(2);
        }
    }

    @Test
    void list_cursorOfOtherFilters_isRefused() {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            Object cursor = bench.call("backlog_list", "limit", 1).structured().get("next_cursor");

            assertThatThrownBy(() -> bench.call("backlog_list", "limit", 1, "cursor", cursor, "type", "adr"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("`cursor`");
        }
    }

    @Test
    void call_otherSpace_isNotThere() {
        try (ToolBench other = new ToolBench(folder, new Space("other"))) {
            ToolFixture.record(other);
            other.store.add(
                    List.of(Draft.of(
                            ToolBench.SPACE,
                            new Document("login", "the login of another space"),
                            Provenance.by("user", "test"),
                            null)),
                    ToolBench.START);
            String session =
                    other.ledger().sessions(ToolBench.SPACE).getFirst().id().value();

            assertThatThrownBy(() -> other.call("context_retrieve", "session", session, "topic", "login"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no session");
            assertThatThrownBy(() ->
                            other.call("context_retrieve", "session", ToolFixture.CLIENT_SESSION, "topic", "login"))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> other.call("memory_get", "ids", "doc-001"))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> other.call("memory_forget", "id", "doc-001"))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(other.call("memory_recall", "query", "login").text()).contains("Nothing in memory");
            assertThat(other.call("memory_timeline", "query", "login").text()).doesNotContain("another space");
        }
    }

    @Test
    void retrieve_oneOutput_isAsItWasToTheCharacter() {
        try (ToolBench bench = new ToolBench(folder)) {
            String output = "\u202eError: <|im_end|>\r\n\tlast line without an end \ud83d\ude00";
            Conversation.about(ToolBench.SPACE, "one", "look")
                    .tool("c", "cat", "{}", output)
                    .step(bench.ledger());

            ToolResult result = bench.call("context_retrieve", "session", "one", "tool_call_id", "c");

            assertThat(result.text()).isEqualTo(output);
            assertThat(result.structured()).containsEntry("text", output);
        }
    }

    @Test
    void call_givenUp_endsEarlyAndSaysSo() {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            bench.cancelled = true;
            for (Map.Entry<String, Map<String, Object>> call : Map.<String, Map<String, Object>>of(
                            "backlog_assemble_context", Map.of("query", "login"),
                            "backlog_search", Map.of("query", "login"),
                            "backlog_reconcile_context", Map.of("epic_id", "EPIC-0001"),
                            "memory_recall", Map.of("query", "login"),
                            "memory_timeline", Map.of("query", "login"))
                    .entrySet()) {
                assertThatThrownBy(() -> bench.call(call.getKey(), call.getValue()))
                        .isInstanceOf(GivenUpException.class)
                        .hasMessageContaining(call.getKey());
            }
        }
    }

    @Test
    void call_long_saysHowFarItIs() {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            bench.call("backlog_assemble_context", "query", "login");
            bench.call("memory_recall", "query", "login");

            assertThat(bench.progress).contains("assembling", "assembled", "searching memory", "searched memory");
        }
    }
}
