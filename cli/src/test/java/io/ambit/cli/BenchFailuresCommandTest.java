package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFailuresCommandTest {

    @TempDir
    private Path home;

    private Path failures() throws Exception {
        return Files.writeString(home.resolve("failures.jsonl"), """
                {"kind":"files","tool":"bash","params":{},"error":"cat: a: No such file or directory","label":"not found"}
                {"kind":"files","tool":"bash","params":{},"error":"cat: b: No such file or directory","label":"conflict"}
                """);
    }

    @Test
    void failures_json_givesTheFiguresByTheirKeys() throws Exception {
        Screen screen = Screen.of(home);

        assertThat(screen.run("bench", "failures", "--failures", failures().toString(), "--json"))
                .as(screen.err())
                .isZero();

        assertThat(screen.json().path("failures").asInt()).isEqualTo(2);
        assertThat(screen.json().path("right").asDouble()).isEqualTo(0.5);
        assertThat(screen.json().path("macroRecall").asDouble()).isEqualTo(0.5);
        assertThat(screen.json().path("recall.not found").asDouble()).isEqualTo(1);
        assertThat(screen.json().path("recall.conflict").asDouble()).isZero();
        assertThat(screen.json().path("kind.files").asDouble()).isEqualTo(0.5);
        assertThat(screen.json().path("reflectionMillis.p50").isNumber()).isTrue();
    }

    @Test
    void failures_wrong_listsThoseToldWrongOnly() throws Exception {
        Screen screen = Screen.of(home);

        screen.run("bench", "failures", "--failures", failures().toString(), "--wrong");

        assertThat(screen.out()).contains("cat: b").doesNotContain("cat: a");
    }

    @Test
    void failures_unknownLabel_isNamedWithItsLine() throws Exception {
        Path file = Files.writeString(
                home.resolve("wrong.jsonl"), "{\"tool\":\"bash\",\"error\":\"x\",\"label\":\"bad weather\"}\n");
        Screen screen = Screen.of(home);

        assertThat(screen.run("bench", "failures", "--failures", file.toString()))
                .isOne();

        assertThat(screen.err()).contains("bad weather");
    }
}
