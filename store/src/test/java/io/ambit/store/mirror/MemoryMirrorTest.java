package io.ambit.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.Disclosure;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.store.SqliteStores;
import io.ambit.testkit.WordIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryMirrorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Space WORK = new Space("Work");

    @TempDir
    Path folder;

    private SqliteStores stores;
    private Disclosure disclosure;
    private Economics economics;

    @BeforeEach
    void open() {
        stores = SqliteStores.open(folder);
        economics =
                new Economics(stores.memory(), stores.journal(), new Chars4TokenCounter(), InstantSource.fixed(NOW));
        disclosure = new Disclosure(
                stores.memory(),
                new WordIndex(stores.memory()),
                stores.journal(),
                new Chars4TokenCounter(),
                InstantSource.fixed(NOW),
                economics);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void write_space_isThreeFilesForItsOwnerOnly() throws Exception {
        note(Space.DEFAULT, "decision", "Use SQLite as the store");
        disclosure.load(Ask.of(Space.DEFAULT, "s", "t", "SQLite gremlin"));

        Path own = write(Space.DEFAULT);

        assertThat(own).isEqualTo(folder.resolve("memory"));
        try (var files = Files.list(own)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("index.json", "timeline.json", "token_economics.json");
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(own.resolve("index.json"))).contains("\"summary\":\"Use SQLite as the store\"");
        assertThat(Files.readString(own.resolve("timeline.json"))).contains("\"decision\":\"Use SQLite as the store\"");
        assertThat(Json.parse(Files.readString(own.resolve("token_economics.json")))
                        .get("ratio"))
                .isNotNull();
        assertThat(Files.readString(own.resolve("token_economics.json")))
                .contains("\"queries\":1,", "\"tokens-saved\"", "\"layerLoads\":{\"index\":1,");
    }

    @Test
    void write_spacesThatDifferInCaseOnly_haveFoldersOfTheirOwn() {
        Set<String> names = List.of("work", "Work", "WORK", "work.", "default2").stream()
                .map(name -> new MemoryMirror(folder)
                        .folder(new Space(name))
                        .getFileName()
                        .toString())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(names).hasSize(5);
    }

    @Test
    void write_again_replacesAndHoldsNothingOfAnotherSpace() throws Exception {
        note(WORK, "note", "confidential roadmap");
        note(Space.DEFAULT, "note", "first words");
        write(Space.DEFAULT);
        note(Space.DEFAULT, "note", "later sentences");

        Path own = write(Space.DEFAULT);
        Path work = write(WORK);

        assertThat(Files.readString(own.resolve("index.json")))
                .contains("later sentences")
                .doesNotContain("confidential");
        assertThat(Files.readString(own.resolve("timeline.json"))).doesNotContain("confidential");
        assertThat(Files.readString(work.resolve("index.json")))
                .contains("confidential")
                .doesNotContain("first words");
    }

    private Path write(Space space) {
        MemoryMirror mirror = new MemoryMirror(folder);
        mirror.write(space, disclosure, economics, stores.journal().successByStrategy(space), NOW);
        return mirror.folder(space);
    }

    private void note(Space space, String type, String text) {
        Insight insight = new Insight(type, text, "", List.of());
        stores.memory().add(List.of(Draft.of(space, insight, Provenance.by("user", "test"), NOW)), NOW);
    }
}
