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

    @Test
    void backlog_gradedQuestions_givesFiguresByClassAndWritesNothing() throws IOException {
        Path tasks = Files.createDirectories(home.resolve("project/docs/tasks"));
        Files.writeString(
                tasks.resolve("TASK-0001.md"),
                "---\nid: TASK-0001\ntitle: Rotate the old log files\nstatus: open\n---\nDisk fills.\n");
        Files.writeString(
                tasks.resolve("TASK-0002.md"), "---\nid: TASK-0002\ntitle: Back up\nstatus: done\n---\nEach night.\n");
        Path memories = Files.createDirectories(home.resolve("project/docs/memories"));
        Files.writeString(
                memories.resolve("MEMO-0001.md"),
                "---\nid: MEMO-0001\ntitle: Nights\ntype: memory\n---\nBack up each night.\n");
        Path queries = Files.writeString(home.resolve("queries.jsonl"), """
                {"id":"a","class":"words","query":"disk fills"}
                {"id":"b","class":"filtered","query":"task","options":{"status":["Done"]}}
                {"id":"c","class":"recall","surface":"recall","query":"each night"}
                """);
        Path grades = Files.writeString(home.resolve("qrels.jsonl"), """
                {"query_id":"a","document_id":"TASK-0001","grade":3}
                {"query_id":"b","document_id":"TASK-0002","grade":3}
                {"query_id":"c","document_id":"MEMO-0001","grade":3}
                """);
        String[] command = {
            "bench",
            "backlog",
            "--folder",
            home.resolve("project").toString(),
            "--embedder",
            "none",
            "--queries",
            queries.toString(),
            "--qrels",
            grades.toString(),
            "--known-items",
            "--json"
        };
        Screen screen = Screen.of(home);

        assertThat(screen.run(command)).isZero();
        assertThat(screen.json().get("items").asInt()).isEqualTo(3);
        assertThat(screen.json().get("queries").asInt()).isEqualTo(2);
        assertThat(screen.json().get("ndcg@10").asDouble()).isEqualTo(1);
        assertThat(screen.json().get("classes.filtered.success@1").asDouble()).isEqualTo(1);
        assertThat(screen.json().get("recallQueries").asInt()).isEqualTo(1);
        assertThat(screen.json().get("recall.mrr@10").asDouble()).isEqualTo(1);
        try (var files = Files.walk(home.resolve("project"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }

        screen = Screen.of(home);
        assertThat(screen.run(
                        "bench",
                        "backlog",
                        "--folder",
                        tasks.toString(),
                        "--embedder",
                        "none",
                        "--known-items",
                        "--generate",
                        "50"))
                .isZero();
        assertThat(screen.out()).contains("50 items", "known items");
        assertThat(Screen.of(home).run("bench", "backlog", "--folder", tasks.toString()))
                .isEqualTo(2);
    }

    @Test
    void routing_outcomesOfTwoModels_areJudgedAndKept() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            lines.append(String.format(
                    "{\"set\":\"s\",\"prompt\":\"%s the sum of %d\",\"weak_correct\":%s,\"strong_correct\":true}%n",
                    i % 2 == 0 ? "Prove" : "Say", i, i % 2 == 1));
        }
        String file = Files.writeString(home.resolve("routes.jsonl"), lines).toString();
        Screen screen = Screen.of(home);
        assertThat(screen.run("bench", "routing", "--train", file, "--test", file, "--save", "--json"))
                .isZero();
        assertThat(screen.json().get("apgr").asDouble()).isGreaterThan(0.7);
        assertThat(screen.json().get("strongFor50").asDouble()).isLessThan(0.3);
        assertThat(screen.json().at("/sets/s/apgr").asDouble())
                .isEqualTo(screen.json().get("sets.s.apgr").asDouble());
        assertThat(Path.of(screen.json().get("saved").asString())).isRegularFile();

        screen = Screen.of(home);
        assertThat(screen.run("bench", "routing", "--train", file, "--test", file))
                .isZero();
        assertThat(screen.out()).contains("STRONG CALLS", "80 prompts learned");
        assertThat(Screen.of(home).run("bench", "routing", "--train", file)).isEqualTo(2);
    }
}
