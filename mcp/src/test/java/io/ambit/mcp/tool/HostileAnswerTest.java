package io.ambit.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.Insight;
import io.ambit.testkit.HostileRecords.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in files and in memory is shown as quoted data: nothing in it begins a line of an answer. */
class HostileAnswerTest {
    private static final Map<String, Map<String, Object>> CALLS = Map.of(
            "backlog_list", Map.of("counts", true),
            "backlog_get", Map.of("ids", List.of("EPIC-0001", "TASK-0001"), "hydrate", true),
            "backlog_search", Map.of("query", "TASK-0001"),
            "backlog_assemble_context", Map.of("for_task", "TASK-0001"),
            "backlog_reconcile_context", Map.of("epic_id", "EPIC-0001"),
            "memory_recall", Map.of("query", "marker"),
            "memory_get", Map.of("ids", "ins-001"),
            "memory_timeline", Map.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void call_hostileText_staysWithinItsQuotation(Hostile hostile) {
        String text = "marker\n" + hostile.text() + "\nmarker";
        try (ToolBench bench = new ToolBench(folder)) {
            String line = hostile.text().strip().replaceAll("\\R", " ");
            String title = line.isBlank() ? "marker" : line;
            bench.item(ItemType.EPIC, title, text, "status", "open");
            bench.item(
                    ItemType.TASK,
                    title,
                    text,
                    "status",
                    "in_progress",
                    "parent_id",
                    "EPIC-0001",
                    "tags",
                    List.of(line + "x"));
            bench.files.putEpicContext(new ItemId("EPIC-0001"), text);
            bench.remember(new Insight("decision", text, "TASK-0001 " + text, List.of("task-0001")), null);

            CALLS.forEach((tool, arguments) -> {
                String answer = bench.call(tool, arguments).text();
                assertThat(answer.lines())
                        .as("%s of %s:\n%s", tool, hostile, answer)
                        .allSatisfy(shown -> assertThat(quoted(shown) || (ours(shown) && !begins(shown, hostile)))
                                .as(shown)
                                .isTrue());
                assertThat(answer).doesNotContain("<|", "<system", "</system", "[end of ins-001]\n[end");
                assertThat(answer.codePoints()
                                .filter(c ->
                                        (c >= 0x202A && c <= 0x202E) || (c >= 0xE0000 && c <= 0xE007F) || c == 0x1B))
                        .isEmpty();
            });
        }
    }

    private static boolean quoted(String line) {
        return line.startsWith("> ") || line.equals(">");
    }

    /** Lines of a frame, of which every way of beginning is known. */
    private static boolean ours(String line) {
        return line.isEmpty()
                || List.of(
                                "[",
                                "#",
                                "- ",
                                "TASK-0001 | ",
                                "EPIC-0001 | ",
                                "ins-001 | ",
                                "By status ",
                                "By type ",
                                "Not shown, ",
                                "This is not all of ",
                                "Note: ",
                                "Lines that begin with",
                                "Left out",
                                "From memory:",
                                "What failed before",
                                "Nothing in memory",
                                "Found too, not shown",
                                "Query q-",
                                "Only a person decides",
                                "Done lately",
                                "What the project stands at.",
                                "For more: backlog_assemble_context")
                        .stream()
                        .anyMatch(line::startsWith)
                || line.matches("[0-9]+ (of [0-9]+ items|captured for EPIC-0001 wait.*)");
    }

    private static boolean begins(String line, Hostile hostile) {
        return hostile.text().lines().filter(one -> one.length() > 3).anyMatch(line::startsWith);
    }
}
