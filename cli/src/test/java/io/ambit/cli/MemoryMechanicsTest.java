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

/** What memory does with what it holds, as a user sees it: import, export, care, layers, cost, continuity. */
class MemoryMechanicsTest {
    @TempDir
    private Path home;

    @TempDir
    private Path files;

    private Path documents;

    @BeforeEach
    void documents() throws IOException {
        documents = files.resolve("documents.jsonl");
        Files.writeString(documents, """
                {"space":"a","id":"1","session":"s","time":"2024-03-15T10:00:00","role":"Ann","text":"I planted a quince tree behind the shed."}
                {"space":"a","id":"2","session":"s","time":null,"role":"Bob","text":"Lovely! Does it bear fruit yet?"}
                {"space":"a","id":"3","session":"s","time":null,"role":"Ann","text":"Not before next autumn. My key is %s by the way."}
                """.formatted("AKIA" + "IOSFODNN7" + "ABCDEFG"));
    }

    @Test
    void import_twice_changesNothing() {
        JsonNode first = json("import", documents.toString());
        assertThat(first.get("imports").get(0).get("format").asString()).isEqualTo("documents");
        assertThat(first.get("imports").get(0).get("added").asInt()).isEqualTo(3);
        JsonNode second = json("import", documents.toString());
        assertThat(second.get("imports").get(0).get("added").asInt()).isZero();
        assertThat(json("list").get("total").asInt()).isEqualTo(3);
        assertThat(json("search", "what did Ann plant", "--raw")
                        .get("hits")
                        .get(0)
                        .get("content")
                        .get("text")
                        .asString())
                .contains("quince");
    }

    @Test
    void import_secret_isLeftOut() {
        json("import", documents.toString());
        assertThat(json("list").toString())
                .contains("[redacted: aws access key")
                .doesNotContain("IOSFODNN7");
    }

    @Test
    void import_ofNoKnownForm_saysWhatWasExpected() throws IOException {
        Path file = files.resolve("odd.bin");
        Files.write(file, new byte[] {0, 1, 2, 3});
        Screen screen = Screen.of(home);
        assertThat(screen.run("memory", "import", file.toString(), "--space", "shop"))
                .isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("documents").contains("locomo");
        assertThat(Screen.of(home)
                        .run("memory", "import", files.resolve("absent").toString()))
                .isEqualTo(1);
    }

    @Test
    void import_brokenLine_namesFileAndLine() throws IOException {
        Files.writeString(
                documents, "{\"space\":\"a\",\"id\":\"9\",\"session\":\"s\",\"time\":null,\"role\":\"Ann\"}\n");
        Screen screen = Screen.of(home);
        assertThat(screen.run("memory", "import", documents.toString(), "--format", "documents", "--space", "shop"))
                .isEqualTo(1);
        assertThat(screen.err()).contains("documents.jsonl:1").contains("text");
    }

    @Test
    void import_spacesOfTheFile_areKeptWhereAsked() {
        json("import", documents.toString(), "--keep-spaces");
        assertThat(json("list").get("total").asInt()).isZero();
        Screen screen = Screen.of(home);
        screen.run("memory", "list", "--space", "a", "--json");
        assertThat(screen.json().get("total").asInt()).isEqualTo(3);
    }

    @Test
    void export_importedElsewhere_holdsTheSame() {
        json("import", documents.toString());
        json("add", "insight", "Trees need water");
        Path out = files.resolve("out.jsonl");
        assertThat(Screen.of(home).run("memory", "export", "--space", "shop", "--out", out.toString()))
                .isZero();
        Path other = files.resolve("other");
        Screen screen = Screen.of(other);
        assertThat(screen.run("memory", "import", out.toString(), "--space", "copy", "--json"))
                .as(screen.err())
                .isZero();
        Screen list = Screen.of(other);
        list.run("memory", "list", "--space", "copy", "--json");
        assertThat(list.json().get("records").findValues("content").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrderElementsOf(json("list").get("records").findValues("content").stream()
                        .map(JsonNode::toString)
                        .toList());
    }

    @Test
    void consolidate_similarSuccesses_becomeAPatternOnce() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Path episode = files.resolve("episode.json");
            Files.writeString(episode, """
                    {"taskId":"T-%d","agent":"agent-%d","context":{"goal":"Fix the flaky login test of module %d"},
                     "actionLog":[{"action":"run","target":"mvn test -Dtest=LoginTest","result":"fails one time in ten"},
                                  {"action":"edit","target":"src/login/LoginTest.java","result":"waits for the session"},
                                  {"action":"run","target":"mvn test -Dtest=LoginTest","result":"passes"}],
                     "outcome":"success","filesModified":["src/login/LoginTest.java"]}
                    """.formatted(i, i, i));
            json("add", "episode", "--file", episode.toString(), "--happened", "2026-01-0" + i);
        }
        JsonNode plan = json("consolidate", "--dry-run");
        assertThat(plan.get("steps").size()).isPositive();
        assertThat(json("list", "--kind", "pattern").get("total").asInt()).isZero();
        json("consolidate");
        int patterns = json("list", "--kind", "pattern").get("total").asInt();
        long records = json("list", "--archived").get("total").asLong();
        assertThat(json("consolidate").get("steps").isEmpty()).isTrue();
        assertThat(json("list", "--kind", "pattern").get("total").asInt()).isEqualTo(patterns);
        assertThat(json("list", "--archived").get("total").asLong()).isEqualTo(records);
    }

    @Test
    void load_question_showsIndexThenTimelineThenFullRecords() {
        json("add", "insight", "The login service keeps its sessions in Redis", "--set", "type=decision");
        json("add", "insight", "Invoices are printed at night");
        JsonNode loaded = json("load", "where does the login service keep sessions", "--session", "s", "--task", "t");
        assertThat(loaded.get("index").get("tokens").asInt()).isBetween(1, 100);
        assertThat(loaded.get("text").asString()).contains("login");
        JsonNode figures = json("economics", "--session", "s");
        assertThat(figures.get("queries").asInt()).isEqualTo(1);
        assertThat(figures.get("discoveryTokens").asInt()).isPositive();
        assertThat(json("economics", "--session", "other").get("queries").asInt())
                .isZero();
        JsonNode ended = json("economics", "--session", "s", "--end-session");
        assertThat(ended.get("carriedOut").findValuesAsString("threshold")).contains("tokens-saved");
        assertThat(ended.get("bypassProposed").asBoolean()).isTrue();
        json("economics", "--bypass", "yes");
        JsonNode all = json("load", "where does the login service keep sessions", "--session", "s2");
        assertThat(all.get("records").size()).isEqualTo(2);
    }

    @Test
    void timeline_ofADecision_saysWhatAndWhy() {
        json(
                "add",
                "insight",
                "We keep SQLite",
                "--set",
                "type=decision",
                "--set",
                "context=One file is enough for one machine");
        JsonNode timeline = json("timeline");
        assertThat(timeline.get("decisions").get(0).get("text").asString()).contains("SQLite");
        assertThat(timeline.get("tokens").asInt()).isBetween(1, 500);
        assertThat(json("timeline", "--index").get("topics").size()).isPositive();
    }

    @Test
    void continuity_endOfASession_isReadAtTheNextStart() {
        Screen end = Screen.of(home);
        assertThat(end.run(
                        "memory",
                        "continuity",
                        "--end",
                        "s-1",
                        "--next",
                        "Write the changelog",
                        "--blocker",
                        "No access to staging",
                        "--space",
                        "shop"))
                .as(end.err())
                .isZero();
        Screen start = Screen.of(home);
        assertThat(start.run("memory", "continuity", "--space", "shop")).isZero();
        assertThat(start.out())
                .contains("Write the changelog")
                .contains("No access to staging")
                .contains("s-1");
        Screen other = Screen.of(home);
        other.run("memory", "continuity", "--space", "other");
        assertThat(other.out()).isEmpty();
    }

    private JsonNode json(String... arguments) {
        Screen screen = Screen.of(home);
        List<String> all = new ArrayList<>(List.of("memory"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--space", "shop", "--json"));
        assertThat(screen.run(all.toArray(String[]::new)))
                .as("%s: %s", all, screen.err())
                .isZero();
        return screen.json();
    }
}
