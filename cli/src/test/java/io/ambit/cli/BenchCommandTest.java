package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path home;

    @Test
    void build_smallHistory_hasARowForEachPolicy() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("bench", "build", "--policy", "safe,off", "--tokens", "2000", "--steps", "3", "--json"))
                .isZero();
        assertThat(screen.json().get("build").findValuesAsString("policy")).containsExactly("safe", "off");
        assertThat(screen.json().get("build").get(0).get("history_tokens").asLong())
                .isGreaterThanOrEqualTo(2000);
        assertThat(screen.json().get("build").get(0).get("build").get("count").asInt())
                .isEqualTo(3);
    }

    @Test
    void build_unknownPolicy_saysWhatIsKnown() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("bench", "build", "--policy", "magic")).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("off, safe, balanced");
    }

    @Test
    void compress_file_showsWhatThePolicyMakesOfIt() throws IOException {
        Path file =
                Files.writeString(home.resolve("out.txt"), "[INFO] compiled a module\n".repeat(900) + "ERROR: sda1\n");
        Screen screen = Screen.of(home);

        assertThat(screen.run("bench", "compress", file.toString())).isZero();
        assertThat(screen.out()).contains("TOKENS", "ERROR: sda1").hasSizeLessThan(6_000);

        screen = Screen.of(home);
        assertThat(screen.run("bench", "compress", file.toString(), file.toString(), "--policy", "off", "--json"))
                .isZero();
        assertThat(screen.json().get("outputs")).hasSize(2);
        assertThat(screen.json().at("/outputs/0/how").asString()).isEqualTo("whole");

        screen = Screen.of(home);
        assertThat(screen.run("bench", "compress", file.toString(), "--policy", "magic"))
                .isEqualTo(2);
        assertThat(Screen.of(home).run("bench", "compress", home.resolve("none").toString()))
                .isEqualTo(1);
    }
}
