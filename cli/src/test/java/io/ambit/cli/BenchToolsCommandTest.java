package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchToolsCommandTest {
    @TempDir
    private Path home;

    private Path tools = Path.of("");
    private Path queries = Path.of("");
    private Path log = Path.of("");

    @BeforeEach
    void write() throws IOException {
        tools = Files.writeString(home.resolve("tools.jsonl"), """
                {"name":"weather","description":"Forecast of the weather"}
                {"name":"mail","description":"Sends a message"}
                {"name":"grep","description":"Searches files"}
                """);
        queries = Files.writeString(home.resolve("queries.jsonl"), """
                {"id":"1","text":"what will the weather be","tools":["weather"]}
                {"id":"2","text":"do I need an umbrella","tools":["weather"]}
                {"id":"3","text":"searches by message","tools":["mail","grep"]}
                """);
        log = Files.writeString(home.resolve("log.jsonl"), """
                {"text":"message ann","tool":"mail","outcome":"success"}
                {"text":"files of old","tool":"grep","outcome":"success"}
                {"text":"is an umbrella of use","tool":"weather","outcome":"success"}
                """);
    }

    private String[] words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bench", "tools", "--tools", tools.toString(), "--queries", queries.toString(), "--embedder", "none"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private JsonNode json(String... more) {
        Screen screen = Screen.of(home);
        List<String> words = new ArrayList<>(List.of(words(more)));
        words.add("--json");
        assertThat(screen.run(words.toArray(String[]::new))).as(screen.err()).isZero();
        return screen.json();
    }

    @Test
    void json_keys_areFlat() {
        JsonNode report = json();

        assertThat(report.propertyNames())
                .contains("recall@1", "recall@3", "recall@5", "recall@10", "hit@1", "hit@3", "hit@5", "hit@10")
                .contains("queryMillis.p50", "queryMillis.p95", "calibrationError");
        assertThat(report.path("tools").asInt()).isEqualTo(3);
        assertThat(report.path("queries").asInt()).isEqualTo(3);
        assertThat(report.path("recall@10").asDouble()).isEqualTo(1);
        // Of the third request's two tools one comes first.
        assertThat(report.path("hit@1").asDouble())
                .isGreaterThan(report.path("recall@1").asDouble());
        assertThat(report.path("queryMillis.p50").asDouble()).isNotNegative();
    }

    @Test
    void logLines_oneMore_teachesWhatItSays() {
        JsonNode two = json("--log", log.toString(), "--log-lines", "2");
        JsonNode all = json("--log", log.toString());

        assertThat(two.path("logLines").asInt()).isEqualTo(2);
        assertThat(all.path("logLines").asInt()).isEqualTo(3);
        assertThat(all.path("recall@1").asDouble())
                .isGreaterThan(two.path("recall@1").asDouble());
        assertThat(json("--log", log.toString(), "--log-lines", "0").path("recall@1"))
                .isEqualTo(json().path("recall@1"));
        assertThat(json("--log", log.toString(), "--log-lines", "99")
                        .path("logLines")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void table_forAPerson_namesCutsAndTime() {
        Screen screen = Screen.of(home);

        assertThat(screen.run(words())).isZero();

        assertThat(screen.out()).contains("RECALL", "HIT", "3 tools, 3 requests", "p50");
    }

    @Test
    void wrongInput_anyOf_isToldByFileAndLine() throws IOException {
        Screen lines = Screen.of(home);
        assertThat(lines.run(words("--log-lines", "5"))).isNotZero();
        assertThat(lines.err()).contains("--log FILE");
        Files.writeString(log, "{\"text\":\"a\",\"tool\":\"mail\",\"outcome\":\"fine\"}\n");
        Screen outcome = Screen.of(home);
        assertThat(outcome.run(words("--log", log.toString()))).isNotZero();
        assertThat(outcome.err()).contains("log.jsonl", "success or failure");
        Files.writeString(queries, "{\"id\":\"1\",\"text\":\"a\",\"tools\":[]}\n");
        Screen none = Screen.of(home);
        assertThat(none.run(words())).isNotZero();
        assertThat(none.err()).contains("queries.jsonl", "tools");
    }
}
