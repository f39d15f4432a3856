package io.ambit.store.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Value;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors, git and other processes do to the files, and what healing makes of it. */
class OutsideChangesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123Z");

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

    private static String task(String id, String title, String created) {
        return "---\nid: " + id + "\ntitle: " + title + "\ncreated_at: '" + created + "'\ntype: task\n---\n";
    }

    private static NewItem task(String title) {
        return new NewItem(ItemType.TASK, title, "", List.of());
    }

    private static List<String> titles(MarkdownBacklog backlog) {
        return backlog.snapshot().items().stream().map(Item::title).toList();
    }

    private static ItemEdit set(String key, String text) {
        return ItemEdit.of(Map.of(key, new Change.Set(new Value.Str(text, false))));
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(project)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(
                        project.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1) + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void read_anything_changesNoByteAndCreatesNothing() throws IOException {
        write("tasks/TASK-0001.md", task("TASK-0001", "one", "2026-01-01T00:00:00Z"));
        write("tasks/broken.md", "---\n: [\n---\n");
        write("README.md", "# Read me\r\n");
        Map<String, String> before = bytes();

        try (MarkdownBacklog backlog = open()) {
            Item item = backlog.snapshot().items().getFirst();
            backlog.problems();
            backlog.deleted();
            backlog.epicContext(item.id());
            backlog.resolve(item, "tasks/TASK-0001.md");
            backlog.onChange(() -> {}).close();
        }

        assertThat(bytes()).isEqualTo(before);
        assertThat(project.resolve(".backlog")).doesNotExist();
    }

    @Test
    void snapshot_fileWrittenAddedMovedAndRemoved_shows() throws IOException {
        MarkdownBacklog backlog = open();
        Path one = write("tasks/TASK-0001.md", task("TASK-0001", "one", "2026-01-01T00:00:00Z"));
        assertThat(titles(backlog)).containsExactly("one");

        // Of the same length, within the same tick of the clock perhaps.
        for (String title : List.of("two", "six", "ten", "one", "add")) {
            Files.writeString(one, task("TASK-0001", title, "2026-01-01T00:00:00Z"));
            assertThat(titles(backlog)).containsExactly(title);
        }
        write("epics/deep/E.md", "# An epic\n");
        assertThat(titles(backlog)).containsExactly("An epic", "add");
        Files.move(one, project.resolve("docs/moved.md"));
        assertThat(titles(backlog)).containsExactly("An epic", "add");
        Files.delete(project.resolve("docs/moved.md"));
        assertThat(titles(backlog)).containsExactly("An epic");
    }

    @Test
    void snapshot_settledFiles_areTheSameItems() throws IOException {
        Path one = write("tasks/TASK-0001.md", task("TASK-0001", "one", "2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(one, FileTime.from(NOW));
        MarkdownBacklog backlog = open();
        Snapshot before = backlog.snapshot();
        write("tasks/TASK-0002.md", task("TASK-0002", "two", "2026-01-01T00:00:00Z"));

        Snapshot after = backlog.snapshot();

        assertThat(backlog.snapshot()).isSameAs(after);
        assertThat(after.items().getFirst()).isSameAs(before.items().getFirst());
        assertThat(open().snapshot().version()).isEqualTo(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void snapshot_corruptFiles_breakNothingAndAreNamed() throws IOException {
        write("tasks/TASK-0001.md", task("TASK-0001", "one", "2026-01-01T00:00:00Z"));
        write("tasks/TASK-0002.md", "---\ntitle: a: b\n---\n# The heading\n");
        Files.write(project.resolve("docs/tasks/TASK-0003.md"), new byte[] {(byte) 0xC0, (byte) 0xAF});
        Files.write(project.resolve("docs/tasks/TASK-0004.md"), new byte[ItemTree.MAX_FILE + 1]);
        MarkdownBacklog backlog = open();

        assertThat(titles(backlog)).containsExactly("one", "The heading");
        assertThat(backlog.problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("tasks/TASK-0002.md", "tasks/TASK-0003.md", "tasks/TASK-0004.md");
        assertThatThrownBy(() -> backlog.update(new ItemId("TASK-0002"), item -> set("status", "open"), NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("TASK-0002.md");
    }

    @Test
    void update_fileWithUnknownKeysAndStrangeStyle_changesItsLineOnly() throws IOException {
        String text = "\uFEFF" + """
                ---
                # mine
                id: "TASK-0001"
                title:   'It''s'
                odd: {a: [1, 2]} # keep
                status: open # now
                updated_at: 2020-01-01
                ---
                Body
                """.replace("\n", "\r\n");
        Path file = write("tasks/TASK-0001.md", text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        MarkdownBacklog backlog = open();

        backlog.update(
                new ItemId("task 1"),
                item -> new ItemEdit(
                        new BodyEdit.Append("More\n"), set("status", "done").fields()),
                NOW);

        assertThat(Files.readString(file))
                .isEqualTo(text.replace("status: open # now", "status: done # now")
                                .replace("2020-01-01", "'2026-01-05T10:00:00.123Z'")
                        + "More\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void update_fileWithoutFrontMatter_staysWithoutUntilAFieldIsSet() throws IOException {
        Path file = write("NOTES.md", "# Notes\n");
        MarkdownBacklog backlog = open();
        ItemId id = new ItemId("mcp://backlog/NOTES.md");

        backlog.update(id, item -> ItemEdit.of(new BodyEdit.Append("More\n")), NOW);
        assertThat(Files.readString(file)).isEqualTo("# Notes\nMore\n");
        backlog.update(id, item -> set("status", "open"), NOW);
        assertThat(Files.readString(file))
                .isEqualTo("---\nstatus: open\nupdated_at: '2026-01-05T10:00:00.123Z'\n---\n# Notes\nMore\n");
    }

    @Test
    void create_filesAddedByOthers_areCounted() throws IOException {
        MarkdownBacklog backlog = open();
        assertThat(backlog.create(task("a"), NOW).id()).isEqualTo(new ItemId("TASK-0001"));
        write("tasks/a-task.md", task("TASK-0041", "b", "2026-01-01T00:00:00Z"));
        assertThat(backlog.create(task("c"), NOW).id()).isEqualTo(new ItemId("TASK-0042"));
        write("elsewhere/deep/x.md", task("task-99", "d", "2026-01-01T00:00:00Z"));
        assertThat(backlog.create(task("e"), NOW).id()).isEqualTo(new ItemId("TASK-0100"));
        // Also by another one that knows nothing, and where the state is lost or damaged.
        assertThat(open().create(task("f"), NOW).id()).isEqualTo(new ItemId("TASK-0101"));
        backlog.delete(new ItemId("TASK-0101"), NOW);
        Files.writeString(project.resolve(".backlog/state/ids"), "highest TASK nonsense\n\0\n");
        assertThat(open().create(task("g"), NOW).id()).isEqualTo(new ItemId("TASK-0102"));
        write("adr/0009.1-x.md", "# X\n");
        assertThat(backlog.create(new NewItem(ItemType.ADR, "h", "", List.of()), NOW)
                        .id())
                .isEqualTo(new ItemId("ADR-0010"));
    }

    @Test
    void heal_twoFilesOfOneId_youngerGetsANewOne() throws IOException {
        write("tasks/TASK-0007.md", task("TASK-0007", "younger", "2026-01-02T00:00:00Z"));
        write("tasks/TASK-0007-other.md", task("TASK-0007", "older", "2026-01-01T00:00:00Z") + "text of the older\n");
        write("tasks/TASK-0009.md", task("TASK-0009", "last", "2026-01-01T00:00:00Z"));
        MarkdownBacklog backlog = open();
        assertThat(backlog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.healable()).isTrue())
                .satisfies(problem ->
                        assertThat(problem.message()).contains("tasks/TASK-0007.md", "tasks/TASK-0007-other.md"));

        List<String> done = backlog.heal(NOW);

        assertThat(done).singleElement().asString().contains("TASK-0007", "TASK-0010");
        assertThat(backlog.problems()).isEmpty();
        assertThat(backlog.snapshot().items()).hasSize(3);
        Item healed = backlog.snapshot().items().stream()
                .filter(item -> item.title().equals("younger"))
                .findFirst()
                .orElseThrow();
        assertThat(healed.id()).isEqualTo(new ItemId("TASK-0010"));
        assertThat(healed.path()).isEqualTo("tasks/TASK-0010.md");
        assertThat(healed.front().text("formerly")).isEqualTo(Optional.of("TASK-0007"));
        assertThat(backlog.update(new ItemId("TASK-0007"), item -> set("status", "open"), NOW)
                        .title())
                .isEqualTo("older");
        assertThat(backlog.heal(NOW)).isEmpty();
    }

    @Test
    void heal_leftoverOfAKilledWriter_goesAndIsNeverListed() throws IOException {
        MarkdownBacklog backlog = open();
        Path leftover = write("tasks/.TASK-0001.md.0123456789ab.writing", "---\nid: TASK");

        assertThat(backlog.snapshot().items()).isEmpty();
        assertThat(backlog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.healable()).isTrue());
        assertThat(backlog.heal(NOW)).hasSize(1);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void restore_placeOrIdTaken_isRefusedAndNothingLost() throws IOException {
        MarkdownBacklog backlog = open();
        ItemId id = backlog.create(task("first"), NOW).id();
        backlog.delete(id, NOW);
        write("tasks/TASK-0001.md", task("TASK-0005", "in its place", "2026-01-01T00:00:00Z"));

        assertThatThrownBy(() -> backlog.restore(id))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tasks/TASK-0001.md");
        Files.delete(project.resolve("docs/tasks/TASK-0001.md"));
        write("tasks/x.md", task("TASK-0001", "with its id", "2026-01-01T00:00:00Z"));
        assertThatThrownBy(() -> backlog.restore(id)).hasMessageContaining("tasks/x.md");
        assertThat(backlog.deleted()).hasSize(1);
    }

    @Test
    void write_projectAndOwnBacklog_havePermissionsOfTheirOwn() throws IOException {
        open().create(task("a"), NOW);
        MarkdownBacklog own = MarkdownBacklog.open(BacklogFolder.find(home.resolve("none"), home));
        own.create(task("b"), NOW);
        own.delete(new ItemId("TASK-0001"), NOW);
        own.create(task("c"), NOW);

        try (FileChannel channel =
                FileChannel.open(project.resolve("probe2"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(Files.getPosixFilePermissions(project.resolve("docs/tasks/TASK-0001.md")))
                .isEqualTo(Files.getPosixFilePermissions(project.resolve("probe2")));
        assertThat(Files.readString(project.resolve(".backlog/.gitignore"))).contains("state/", "trash/");
        try (Stream<Path> tree = Files.walk(home.resolve(".backlog"))) {
            assertThat(tree)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void onChange_fileWrittenByHand_isToldUntilClosed() throws IOException, InterruptedException {
        try (MarkdownBacklog backlog = open()) {
            CountDownLatch told = new CountDownLatch(1);
            BacklogStore.Watch watch = backlog.onChange(told::countDown);
            write("new/folder/x.md", "# X\n");
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            watch.close();
            CountDownLatch again = new CountDownLatch(1);
            backlog.onChange(again::countDown);
            write("new/folder/x.md", "# Y\n");
            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void write_folderThatCannotBeWritten_saysSo() throws IOException {
        Path file = Files.createFile(home.resolve(".backlog"));
        MarkdownBacklog backlog = MarkdownBacklog.open(BacklogFolder.find(home.resolve("none"), home));

        assertThat(file).exists();
        assertThat(backlog.snapshot().items()).isEmpty();
        assertThatThrownBy(() -> backlog.create(task("a"), NOW)).isInstanceOf(AmbitException.class);
    }
}
