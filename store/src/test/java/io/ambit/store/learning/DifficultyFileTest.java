package io.ambit.store.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.routing.difficulty.DifficultyTraining;
import io.ambit.core.routing.difficulty.Example;
import io.ambit.core.routing.difficulty.LearnedDifficulty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifficultyFileTest {
    @TempDir
    private Path home;

    @Test
    void read_afterWrite_givesWhatWasLearned() throws IOException {
        DifficultyFile file = new DifficultyFile(home);
        assertThat(file.read()).isEmpty();
        LearnedDifficulty learned = DifficultyTraining.train(
                IntStream.range(0, 60)
                        .mapToObj(i -> new Example(i % 2 == 0 ? "prove it " + i : "say it " + i, (i + 1) % 2))
                        .toList(),
                1);
        file.write(learned);
        assertThat(file.read().orElseThrow().rank("prove it 70"))
                .isGreaterThan(file.read().orElseThrow().rank("say it 71"));
        assertThat(file.file()).isEqualTo(home.resolve("learning/routing.json"));
        Files.writeString(file.file(), Files.readString(file.file()).substring(0, 100));
        assertThat(file.read()).as("a damaged file").isEmpty();
    }
}
