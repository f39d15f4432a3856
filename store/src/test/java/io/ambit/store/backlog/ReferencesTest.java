package io.ambit.store.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.Hydrated;
import io.ambit.core.backlog.Hydration;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.BacklogStore.Target;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where references lead, and where none may. */
class ReferencesTest {
    private static final String FORBIDDEN = "what nobody may see";

    @TempDir
    Path world;

    private Path project;
    private Path outside;

    @BeforeEach
    void layOut() throws IOException, InterruptedException {
        world = world.toRealPath();
        project = world.resolve("project");
        outside = forbidden(world.resolve("outside/secret.txt"));
        for (String path : List.of(
                ".env",
                ".git/config",
                ".ssh/id_rsa",
                ".backlog/state/ids",
                ".backlog/config.json",
                "server.pem",
                "id_ed25519")) {
            forbidden(project.resolve(path));
        }
        allowed("docs/tasks/TASK-0001.md", "---\nid: TASK-0001\ntitle: One\n---\n");
        allowed("docs/plan with space.md", "a plan\n");
        allowed("docs/notes/data.json", "{}");
        allowed("src/Main.java", "class Main {}");
        Files.writeString(project.resolve("large.txt"), FORBIDDEN.repeat(100_000));
        Files.write(project.resolve("binary.txt"), (FORBIDDEN + "\0" + FORBIDDEN).getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(project.resolve("link-to-file.md"), outside);
        Files.createSymbolicLink(project.resolve("link-to-folder"), world.resolve("outside"));
        Files.createSymbolicLink(project.resolve("docs/link-to-git.md"), project.resolve(".git/config"));
        Files.createSymbolicLink(project.resolve("docs/link-to-env.md"), Path.of("../.env"));
        Files.createSymbolicLink(project.resolve("chain.md"), Path.of("link-to-file.md"));
        Files.createSymbolicLink(project.resolve("docs/good-link.txt"), Path.of("../src/Main.java"));
        Process pipe = new ProcessBuilder("mkfifo", project.resolve("pipe").toString()).start();
        assertThat(pipe.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Path forbidden(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, FORBIDDEN);
    }

    private void allowed(String path, String text) throws IOException {
        Files.createDirectories(project.resolve(path).getParent());
        Files.writeString(project.resolve(path), text);
    }

    private MarkdownBacklog open() {
        return MarkdownBacklog.open(BacklogFolder.find(project, world.resolve("home")));
    }

    private static Item item(MarkdownBacklog backlog) {
        return backlog.snapshot().items().stream()
                .filter(item -> item.id().value().equals("TASK-0001"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void resolve_whatMayBeShown_leadsThere() {
        MarkdownBacklog backlog = open();
        Item from = item(backlog);

        for (String url : List.of(
                "../../src/Main.java",
                "src/Main.java",
                project + "/src/Main.java",
                "file://" + project + "/src/Main.java",
                "file://localhost" + project + "/src/Main.java#L1",
                "../good-link.txt",
                "src/./x/../Main.java")) {
            assertThat(backlog.resolve(from, url))
                    .as(url)
                    .isEqualTo(new Target.OfFile("src/Main.java", "class Main {}"));
        }
        for (String url : List.of(
                "../plan with space.md",
                "../plan%20with%20space.md",
                "plan%20with%20space.md#part",
                "mcp://backlog/plan%20with%20space.md",
                "file://" + project + "/docs/plan%20with%20space.md")) {
            assertThat(backlog.resolve(from, url))
                    .as(url)
                    .isEqualTo(new Target.OfItem(new ItemId("mcp://backlog/plan with space.md")));
        }
        for (String url :
                List.of("task-1", "TASK-0001", "mcp://backlog/TASK-0001", "mcp://backlog/tasks/TASK-0001.md")) {
            assertThat(backlog.resolve(from, url)).as(url).isEqualTo(new Target.OfItem(new ItemId("TASK-0001")));
        }
        for (String url : List.of("https://example.org/a?b#c", "http://x", "mailto:a@b.c", "mcp://other/x")) {
            assertThat(backlog.resolve(from, url)).as(url).isEqualTo(new Target.OfUrl(url));
        }
        assertThat(backlog.resolve(from, "mcp://backlog/notes/data.json"))
                .isEqualTo(new Target.OfFile("docs/notes/data.json", "{}"));
    }

    @Test
    void resolveAndHydrate_hostileReferences_showNothing() {
        Set<String> hostile = HostileReferences.all(project, outside);
        MarkdownBacklog store = open();
        Item from = item(store);
        List<String> escapes = new ArrayList<>();
        List<Value> urls = new ArrayList<>();
        for (String url : hostile) {
            if (store.resolve(from, url) instanceof Target.OfFile) {
                escapes.add(url);
            }
            urls.add(new Value.Str(url, false));
        }
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200);
        assertThat(escapes).as("%s references", hostile.size()).isEmpty();

        Backlog backlog = new Backlog(
                store, (Snapshot snapshot, FindRequest request) -> List.of(), InstantSource.fixed(Instant.EPOCH));
        store.create(
                new NewItem(
                        ItemType.TASK,
                        "All at once",
                        "",
                        List.of(new Value.Field("references", new Value.Arr(urls, false)))),
                Instant.EPOCH);
        Hydrated hydrated = backlog.hydrate(List.of("TASK-0002"), new Hydration(3, 100_000, new Chars4()));
        assertThat(hydrated.pieces()).extracting(Hydrated.Piece::role).doesNotContain(Hydrated.Role.FILE);
        assertThat(hydrated.toString()).doesNotContain(FORBIDDEN, "root:");
        assertThat(hydrated.leftOut()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void snapshot_linksOutOfTheFolder_areNoItems() {
        assertThat(open().snapshot().items())
                .extracting(Item::path)
                .containsExactly("plan with space.md", "tasks/TASK-0001.md");
    }

    @Test
    void write_folderThatIsALinkOutwards_writesAndReadsNothingThere() throws IOException {
        Files.createSymbolicLink(project.resolve("docs/epics"), world.resolve("outside"));
        Files.createDirectories(project.resolve("docs/epic-contexts"));
        Files.createSymbolicLink(project.resolve("docs/epic-contexts/EPIC-0001.md"), outside);
        MarkdownBacklog backlog = open();

        assertThatThrownBy(() -> backlog.create(new NewItem(ItemType.EPIC, "E", "", List.of()), Instant.EPOCH))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("epics/EPIC-0001.md");
        assertThatThrownBy(() -> backlog.epicContext(new ItemId("EPIC-0001")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> backlog.putEpicContext(new ItemId("EPIC-0001"), "x"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(outside).hasContent(FORBIDDEN);
        assertThat(outside.getParent().toFile().list()).containsExactly("secret.txt");
    }

    @Test
    void find_documentsThatAreALinkOutwards_areNotTheProjects() throws IOException {
        Path other = Files.createDirectories(world.resolve("other"));
        Files.createSymbolicLink(other.resolve("docs"), project.resolve("docs"));

        assertThat(BacklogFolder.find(other, world.resolve("home")).isPrivate()).isTrue();
    }

    @Test
    void resolve_userBacklogWithControlBesideItems_showsNoControlFile() throws IOException {
        Path own = world.resolve("home/.backlog");
        Files.createDirectories(own.resolve("tasks"));
        Files.writeString(own.resolve("tasks/TASK-0001.md"), "---\nid: TASK-0001\ntitle: One\n---\n");
        Files.writeString(own.resolve("notes.txt"), "shown");
        for (String path : List.of("trash/1/item.md", "state/ids", "cache/x.md", "config.json", ".git/config")) {
            forbidden(own.resolve(path));
        }
        MarkdownBacklog backlog =
                MarkdownBacklog.open(BacklogFolder.find(world.resolve("elsewhere"), world.resolve("home")));
        Item from = item(backlog);

        assertThat(backlog.snapshot().items()).hasSize(1);
        assertThat(backlog.resolve(from, "notes.txt")).isEqualTo(new Target.OfFile("notes.txt", "shown"));
        for (String url : List.of(
                "trash/1/item.md",
                "../trash/1/item.md",
                "mcp://backlog/trash/1/item.md",
                "state/ids",
                "cache/x.md",
                "config.json",
                ".git/config",
                own + "/state/ids",
                project + "/src/Main.java")) {
            assertThat(backlog.resolve(from, url)).as(url).isInstanceOf(Target.None.class);
        }
    }

    private static final class Chars4 implements TokenCounter {
        @Override
        public String name() {
            return "chars4";
        }

        @Override
        public int count(String text) {
            return (text.length() + 3) / 4;
        }
    }
}
