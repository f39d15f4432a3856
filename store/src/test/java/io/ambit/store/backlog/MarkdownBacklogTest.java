package io.ambit.store.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.text.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to items in files: ids of file names, bytes that stay, edits from outside. */
class MarkdownBacklogTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123456789Z");

    @TempDir
    Path project;

    @TempDir
    Path home;

    private Path write(String path, String text) throws IOException {
        Path file = project.resolve("docs").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private MarkdownBacklog open() throws IOException {
        Files.createDirectories(project.resolve("docs/tasks"));
        return MarkdownBacklog.open(BacklogFolder.find(project, home));
    }

    private static String line(Item item) {
        return item.path() + " | " + item.id() + " | " + item.type() + " | " + item.title();
    }

    @Test
    void snapshot_filesWithAndWithoutFrontMatter_haveIdTypeAndTitle() throws IOException {
        write("tasks/TASK-0001.md", "---\nid: TASK-0001\ntitle: 'One: two'\ntype: task\n---\nText\n");
        write("adr/0106.5-intent.md", "---\ntitle: Intent\n---\n# Other\n");
        write("adr/README.md", "# Decisions\n");
        write("adr/0018-a.md", "# A\n");
        write("adr/0018-b.md", "# B\n");
        write("prompts/0002-x.md", "```\n# no\n```\n## Do this ##\n");
        write("proposals/0000-template.md", "");
        write("references/REF-0015-kb.md", "text");
        write("odd/thing.md", "---\nid: THNG-7\ntype: Design Doc\n---\n");
        write(".hidden/x.md", "");
        write("epic-contexts/EPIC-0001.md", "curated");

        assertThat(open().snapshot().items().stream().map(MarkdownBacklogTest::line))
                .containsExactly(
                        "adr/0018-a.md | mcp://backlog/adr/0018-a.md | resource | A",
                        "adr/0018-b.md | mcp://backlog/adr/0018-b.md | resource | B",
                        "adr/0106.5-intent.md | ADR 0106.5 | adr | Intent",
                        "adr/README.md | mcp://backlog/adr/README.md | resource | Decisions",
                        "odd/thing.md | THNG-7 | design-doc | thing",
                        "prompts/0002-x.md | PROMPT 0002 | prompt | Do this",
                        "proposals/0000-template.md | mcp://backlog/proposals/0000-template.md | resource | 0000-template",
                        "references/REF-0015-kb.md | REF-0015 | reference | REF-0015-kb",
                        "tasks/TASK-0001.md | TASK-0001 | task | One: two");
    }

    @Test
    void createUpdateDeleteRestore_file_isWhatWasAskedFor() throws IOException {
        MarkdownBacklog backlog = open();
        Item created = backlog.create(
                new NewItem(
                        ItemType.TASK,
                        "Mend: the roof",
                        "Soon.",
                        List.of(new Value.Field("status", new Value.Str("open", false)))),
                NOW);

        Path file = project.resolve("docs/tasks/TASK-0001.md");
        assertThat(Files.readString(file)).isEqualTo("""
                ---
                id: TASK-0001
                title: 'Mend: the roof'
                status: open
                created_at: '2026-01-05T10:00:00.123Z'
                updated_at: '2026-01-05T10:00:00.123Z'
                type: task
                ---
                Soon.
                """);
        assertThat(backlog.snapshot().items()).containsExactly(created);

        Item updated = backlog.update(
                created.id(),
                item -> ItemEdit.of(Map.of("status", new ItemEdit.Change.Set(new Value.Str("done", false)))),
                NOW.plusSeconds(60));
        assertThat(updated.status()).isEqualTo("done");
        assertThat(Files.readString(file)).contains("status: done\n", "updated_at: '2026-01-05T10:01:00.123Z'\n");
        byte[] bytes = Files.readAllBytes(file);

        backlog.delete(created.id(), NOW);
        assertThat(file).doesNotExist();
        assertThat(backlog.deleted()).hasSize(1);
        assertThat(backlog.restore(new ItemId("task-1"))).isEqualTo(updated);
        assertThat(file).hasBinaryContent(bytes);
        assertThat(backlog.deleted()).isEmpty();
        assertThat(backlog.create(new NewItem(ItemType.TASK, "Next", "", List.of()), NOW)
                        .id())
                .isEqualTo(new ItemId("TASK-0002"));
    }
}
