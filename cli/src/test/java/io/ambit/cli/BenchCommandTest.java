package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
