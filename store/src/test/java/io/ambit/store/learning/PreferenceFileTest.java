package io.ambit.store.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.event.PieceUse;
import io.ambit.core.session.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {
    private static final Space SPACE = new Space("parcels");

    @TempDir
    private Path home;

    @Test
    void uses_nothingWritten_areNone() {
        assertThat(new PreferenceFile(home).uses(SPACE)).isEmpty();
        assertThat(home.resolve("learning")).doesNotExist();
    }

    @Test
    void add_reopened_keepsSumsAndSpacesApart() throws IOException {
        PreferenceFile file = new PreferenceFile(home);
        file.add(SPACE, List.of(new PieceUse("debugging", "sibling", 3, 1)));
        new PreferenceFile(home).add(SPACE, List.of(new PieceUse("debugging", "sibling", 2, 1)));
        file.add(Space.DEFAULT, List.of(new PieceUse("review", "match", 1, 0)));
        assertThat(new PreferenceFile(home).uses(SPACE)).containsExactly(new PieceUse("debugging", "sibling", 5, 2));
        assertThat(Files.readString(file.file())).contains("\"offered\":5");
    }

    @Test
    void reset_forgetsOneSpace() {
        PreferenceFile file = new PreferenceFile(home);
        file.add(SPACE, List.of(new PieceUse("debugging", "sibling", 3, 1)));
        file.add(Space.DEFAULT, List.of(new PieceUse("review", "match", 1, 0)));
        file.reset(SPACE);
        assertThat(file.uses(SPACE)).isEmpty();
        assertThat(file.uses(Space.DEFAULT)).hasSize(1);
    }

    @Test
    void add_fromManyThreads_losesNoCount() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            threads.add(Thread.startVirtualThread(() -> {
                PreferenceFile file = new PreferenceFile(home);
                for (int i = 0; i < 10; i++) {
                    file.add(SPACE, List.of(new PieceUse("review", "match", 1, 0)));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(new PreferenceFile(home).uses(SPACE)).containsExactly(new PieceUse("review", "match", 80, 0));
    }

    @Test
    void uses_damagedFile_countAsNoneAndAreReplaced() throws IOException {
        PreferenceFile file = new PreferenceFile(home);
        file.add(SPACE, List.of(new PieceUse("review", "match", 1, 0)));
        Files.writeString(file.file(), "{\"spaces\": {\"parcels\": [");
        assertThat(file.uses(SPACE)).isEmpty();
        file.add(SPACE, List.of(new PieceUse("review", "match", 2, 1)));
        assertThat(file.uses(SPACE)).containsExactly(new PieceUse("review", "match", 2, 1));
    }
}
