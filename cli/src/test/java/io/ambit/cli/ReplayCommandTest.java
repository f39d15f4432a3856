package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String SESSION = "{\"id\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"hello\"}]}\n";

    @TempDir
    private Path folder;

    private Screen screen;
    private Path file;

    @BeforeEach
    void session() throws IOException {
        screen = Screen.of(folder.resolve("home"));
        file = Files.writeString(folder.resolve("runs.jsonl"), SESSION);
    }

    @Test
    void replay_file_showsATableOfThreePolicies() {
        assertThat(screen.run("replay", file.toString())).isZero();
        assertThat(screen.out())
                .contains("All 1 sessions, 1 requests", "evidence loss", "Tokens by o200k")
                .containsPattern("(?m)^off .*100.0%")
                .containsPattern("(?m)^safe ")
                .containsPattern("(?m)^classic ");
        assertThat(screen.out()).doesNotContain("\u001b");
    }

    @Test
    void replay_json_isOneObjectWithThePoliciesThatWereNamed() {
        int code = screen.run(
                "replay", file.toString(), "--json", "--tokens", "chars4", "--policy", "classic:window=2,off");

        assertThat(code).isZero();
        Json report = Json.parse(screen.out());
        assertThat(report.text("tokens")).isEqualTo("chars4");
        List<String> names = report.get("policies").items().stream()
                .map(policy -> policy.text("policy"))
                .toList();
        assertThat(names).containsExactly("classic:window=2", "off");
    }

    @Test
    void replay_badLine_isNamedOnStderrAndTheCodeSaysSo() throws IOException {
        Files.writeString(file, SESSION + "{broken\n");

        assertThat(screen.run("replay", file.toString(), "--policy", "off")).isEqualTo(1);
        assertThat(screen.err()).contains("ambit: skipped " + file + ":2: malformed JSON");
        assertThat(screen.out()).contains("All 1 sessions");
    }

    @Test
    void replay_htmlAndDump_areWritten() throws IOException {
        Path page = folder.resolve("report.html");
        Path dump = folder.resolve("new").resolve("dump");

        int code = screen.run(
                "replay", file.toString(), "--policy", "off", "--html", page.toString(), "--dump", dump.toString());

        assertThat(code).isZero();
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
        assertThat(Files.readString(dump.resolve("off.jsonl"))).contains("\"step\":0");
    }

    @Test
    void replay_unknownPolicyOrCounter_isWrongUsage() {
        assertThat(screen.run("replay", file.toString(), "--policy", "nonesuch"))
                .isEqualTo(2);
        assertThat(screen.err()).hasLineCount(1).contains("nonesuch", "expected one of off, safe, classic");
        Screen other = Screen.of(folder.resolve("home"));
        assertThat(other.run("replay", file.toString(), "--tokens", "words")).isEqualTo(2);
    }

    @Test
    void replay_missingFile_saysSoInOneLine() {
        assertThat(screen.run("replay", folder.resolve("none.jsonl").toString()))
                .isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("none.jsonl", "no such file");
    }
}
