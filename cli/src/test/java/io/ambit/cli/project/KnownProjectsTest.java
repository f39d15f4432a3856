package io.ambit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownProjectsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Space SHOP = new Space("shop-1");

    @TempDir
    private Path home;

    private KnownProjects known;

    @BeforeEach
    void open() {
        known = new KnownProjects(home.resolve("projects.json"));
    }

    @Test
    void all_nothingYet_isEmpty() {
        assertThat(known.all()).isEmpty();
    }

    @Test
    void remember_severalSpaces_lastUsedComesFirst() throws IOException {
        known.remember(SHOP, folder("shop"), NOON);
        known.remember(Space.DEFAULT, folder("notes"), NOON.plusSeconds(1));
        known.remember(SHOP, folder("shop"), NOON.plus(Duration.ofHours(1)));
        assertThat(known.all()).extracting(KnownProjects.Known::space).containsExactly(SHOP, Space.DEFAULT);
        assertThat(new KnownProjects(home.resolve("projects.json")).all())
                .extracting(KnownProjects.Known::folder)
                .contains(home.resolve("shop"));
    }

    @Test
    void remember_otherFolderOfASpace_isTheOneKnown() throws IOException {
        known.remember(Space.DEFAULT, folder("one"), NOON);
        known.remember(Space.DEFAULT, folder("two"), NOON);
        assertThat(known.all()).extracting(KnownProjects.Known::folder).contains(home.resolve("two"));
        assertThat(known.all()).hasSize(1);
    }

    @Test
    void all_folderThatIsGone_isLeftOutUntilItIsBack() throws IOException {
        Path folder = folder("shop");
        known.remember(SHOP, folder, NOON);
        Files.delete(folder);
        assertThat(known.all()).isEmpty();
        Files.createDirectory(folder);
        assertThat(known.all()).extracting(KnownProjects.Known::folder).contains(folder);
    }

    @Test
    void all_damagedEntries_leavesTheOthers() throws IOException {
        String shop = "{\"space\":\"shop-1\",\"folder\":\"" + folder("shop") + "\",\"lastUsed\":\"" + NOON + "\"}";
        Files.writeString(
                home.resolve("projects.json"),
                "{\"projects\":[7,{\"space\":\"../x\",\"folder\":\"/\",\"lastUsed\":\"" + NOON + "\"},"
                        + "{\"space\":\"a\",\"folder\":\"/\",\"lastUsed\":\"noon\"}," + shop + "]}");
        assertThat(known.all()).extracting(KnownProjects.Known::space).containsExactly(SHOP);
        Files.writeString(home.resolve("projects.json"), "no JSON");
        assertThat(known.all()).isEmpty();
        known.remember(SHOP, home.resolve("shop"), NOON);
        assertThat(known.all()).hasSize(1);
    }

    @Test
    void remember_manySpaces_keepsTheLastUsed() throws IOException {
        Path folder = folder("shop");
        IntStream.range(0, 220).forEach(i -> known.remember(new Space("s" + i), folder, NOON.plusSeconds(i)));
        assertThat(known.all())
                .hasSize(200)
                .last()
                .extracting(KnownProjects.Known::space)
                .isEqualTo(new Space("s20"));
    }

    @Test
    void remember_severalAtOnce_losesNone() throws IOException, InterruptedException, ExecutionException {
        Path folder = folder("shop");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> new KnownProjects(home.resolve("projects.json"))
                            .remember(new Space("s" + i), folder, NOON)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(known.all()).hasSize(40);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name));
    }
}
