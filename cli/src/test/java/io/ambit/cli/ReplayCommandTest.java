package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.text.Json;
import io.ambit.testkit.SampleLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                .containsPattern("(?m)^balanced ");
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
        assertThat(screen.err()).hasLineCount(1).contains("nonesuch", "expected one of off, safe, balanced");
        Screen other = Screen.of(folder.resolve("home"));
        assertThat(other.run("replay", file.toString(), "--tokens", "words")).isEqualTo(2);
    }

    @Test
    void replay_missingFile_saysSoInOneLine() {
        assertThat(screen.run("replay", folder.resolve("none.jsonl").toString()))
                .isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("none.jsonl", "no such file");
    }

    @Test
    void replay_withoutPath_listsAndReplaysWhatAgentsLeft() throws IOException {
        Path user = folder.resolve("user");
        leave(user.resolve(".claude/projects/-work-shop/s.jsonl"), SampleLogs.CLAUDE_CODE);
        leave(user.resolve(".codex/sessions/2026/03/02/rollout-1.jsonl"), SampleLogs.CODEX);
        leave(user.resolve(".pi/agent/sessions/--work--/p.jsonl"), SampleLogs.PI);
        leave(user.resolve("elsewhere/chats/q.jsonl"), SampleLogs.QWEN_CODE);
        screen = Screen.of(folder.resolve("home"), Map.of("HOME", user.toString()));

        assertThat(screen.run("replay", "--policy", "off,safe")).isZero();

        assertThat(screen.err())
                .containsPattern("claude-code +1 .*ambit replay --agent claude-code --all")
                .containsPattern("codex +1 ")
                .containsPattern("pi +1 ")
                .contains("replaying all of them")
                .doesNotContain("qwen");
        assertThat(screen.out())
                .contains("All 7 sessions", "Your bill: before → after")
                .containsPattern("(?m)^off +\\$0\\.0[0-9]+ +\\$0\\.0[0-9]+ +100.0%")
                .contains("Not in the recordings, so not in the figures:");
    }

    @Test
    void replay_agentAndLast_chooseAmongThem() throws IOException {
        Path user = folder.resolve("user");
        Path codex = folder.resolve("codex-home");
        leave(user.resolve(".claude/projects/p/s.jsonl"), SampleLogs.CLAUDE_CODE);
        leave(codex.resolve("sessions/new.jsonl"), SampleLogs.CODEX);
        leave(codex.resolve("sessions/old.jsonl"), SampleLogs.CODEX);
        Files.setLastModifiedTime(codex.resolve("sessions/old.jsonl"), FileTime.from(Instant.EPOCH));
        Map<String, String> environment = Map.of("HOME", user.toString(), "CODEX_HOME", codex.toString());

        screen = Screen.of(folder.resolve("home"), environment);
        assertThat(screen.run("replay", "--agent", "codex", "--last", "1", "--json", "--policy", "off"))
                .isZero();
        assertThat(screen.json().get("trajectories").asInt()).isEqualTo(2);
        assertThat(screen.json().at("/recordings/agents/0/agent").asString()).isEqualTo("codex");
        assertThat(screen.err()).contains("replaying 1 of 3, newest first");

        screen = Screen.of(folder.resolve("home"), environment);
        assertThat(screen.run("replay", "--agent", "codex", "--since", "9d", "--json", "--policy", "off"))
                .isZero();
        assertThat(screen.json().get("trajectories").asInt()).isEqualTo(2);

        screen = Screen.of(folder.resolve("home"), environment);
        assertThat(screen.run("replay", "--agent", "pi")).isEqualTo(1);
        assertThat(screen.err()).contains("no session of pi among the 3 found");
        assertThat(Screen.of(folder.resolve("home"), environment).run("replay", "--since", "soon"))
                .isEqualTo(2);
    }

    @Test
    void replay_price_countsBeforeThePublished() throws IOException {
        Path log = folder.resolve("c.jsonl");
        leave(log, SampleLogs.CODEX);

        assertThat(screen.run(
                        "replay", log.toString(), "--policy", "off", "--json", "--price", "gpt-5-codex=1000,0,0,0"))
                .isZero();

        // 1000 and 200 plain tokens in the first part, 100 and 60 in the second; all else is free.
        assertThat(screen.json().at("/money/dollars").asDouble()).isEqualTo(1.36);
        assertThat(screen.json().at("/policies/0/dollarsRatio").asDouble()).isEqualTo(1);
        screen = Screen.of(folder.resolve("home"));
        assertThat(screen.run("replay", log.toString(), "--price", "gpt-5-codex=free"))
                .isEqualTo(2);
        assertThat(screen.err()).contains("--price: expected MODEL=IN,CACHED,WRITE,OUT");
    }

    @Test
    void replay_ownLedger_isReadWithItsSpace() {
        assertThat(screen.run("replay", "--ledger", "--policy", "off")).isEqualTo(1);
        assertThat(screen.err()).contains("nothing to replay");
    }

    private static void leave(Path file, SampleLogs log) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, log.text());
    }

    @Test
    void replay_sweep_reportsTheNewerHalfOrSaysThatThereAreTooFew() throws IOException {
        assertThat(screen.run("replay", file.toString(), "--sweep")).isEqualTo(1);
        assertThat(screen.err()).contains("needs at least 8 sessions").contains("found 1");

        String messages = SESSION.substring(SESSION.indexOf(",\"messages"));
        StringBuilder many = new StringBuilder();
        for (int s = 0; s < 8; s++) {
            many.append("{\"id\":\"s").append(s).append('"').append(messages);
        }
        Files.writeString(file, many);
        screen = Screen.of(folder.resolve("home"));
        assertThat(screen.run("replay", file.toString(), "--sweep", "--tokens", "chars4"))
                .isZero();
        // Nothing can be saved of a greeting.
        assertThat(screen.out()).contains("On the 4 newer ones", "seed 1", "keep balanced");

        screen = Screen.of(folder.resolve("home"));
        assertThat(screen.run("replay", file.toString(), "--sweep", "--seed", "4", "--json"))
                .isZero();
        assertThat(screen.json().get("seed").asLong()).isEqualTo(4);
        assertThat(screen.json().get("isBetter").asBoolean()).isFalse();
    }

    @Test
    void sweep_everyOptionThatItSearches_isAKeyOfTheSettings() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "configuration.md"));

        assertThat(Policies.sweepable().keySet())
                .isNotEmpty()
                .allSatisfy(
                        option -> assertThat(documented).contains("`policy.custom." + SweepOption.key(option) + "`"));
    }
}
