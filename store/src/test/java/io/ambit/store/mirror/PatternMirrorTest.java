package io.ambit.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore.Event;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternMirrorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<Event> EVENTS = List.of(new Event(NOW, "rejected", "seed-loop", "One list."));

    @TempDir
    private Path folder;

    private static List<ToolPattern> shipped() {
        return PatternBook.withSeeds(List.of());
    }

    @Test
    void write_patternsAndEvents_standInThreeFilesForTheirOwner() throws Exception {
        PatternMirror mirror = new PatternMirror(folder);

        mirror.write(Space.DEFAULT, shipped(), EVENTS, NOW);

        Path own = folder.resolve("learning");
        assertThat(mirror.folder(Space.DEFAULT)).isEqualTo(own);
        assertThat(names(own))
                .containsExactlyInAnyOrder("tool-patterns.json", "anti-patterns.json", "optimization-history.json");
        assertThat(own.resolve("tool-patterns.json"))
                .content()
                .contains("seed-status", "2026-11-21T10:00:00Z")
                .doesNotContain("seed-loop");
        assertThat(own.resolve("anti-patterns.json"))
                .content()
                .contains("seed-loop")
                .doesNotContain("seed-status");
        assertThat(own.resolve("optimization-history.json")).content().contains("\"what\":\"rejected\"");
        for (String name : names(own)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void write_again_putsAWholeFileInThePlaceOfTheOldOne() throws Exception {
        PatternMirror mirror = new PatternMirror(folder);
        mirror.write(Space.DEFAULT, shipped(), EVENTS, NOW);
        Path file = folder.resolve("learning/anti-patterns.json");
        String before = Files.readString(file);
        // Whoever has the old file open must never see a half of the new one.
        Path old = Files.createLink(folder.resolve("old"), file);
        List<ToolPattern> changed = shipped().stream()
                .map(pattern -> pattern.with(PatternState.REJECTED, NOW))
                .toList();

        mirror.write(Space.DEFAULT, changed, EVENTS, NOW.plusSeconds(1));

        assertThat(old).hasContent(before);
        assertThat(file).content().contains("\"rejected\"").doesNotContain("\"approved\"");
        assertThat(names(folder.resolve("learning"))).hasSize(3);
    }

    @Test
    void write_anotherSpace_hasAFolderOfItsOwn() {
        PatternMirror mirror = new PatternMirror(folder);
        Space shop = new Space("shop");

        mirror.write(shop, shipped(), EVENTS, NOW);

        assertThat(mirror.folder(shop)).isEqualTo(folder.resolve("learning/spaces/shop"));
        assertThat(mirror.folder(shop).resolve("tool-patterns.json")).exists();
        assertThat(folder.resolve("learning/tool-patterns.json")).doesNotExist();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
