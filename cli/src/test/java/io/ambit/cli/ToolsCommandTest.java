package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.store.SqliteStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsCommandTest {
    private static final Space SPACE = new Space("shop");

    @TempDir
    private Path home;

    @BeforeEach
    void record() {
        SessionId session = Recording.twoSteps(home, SPACE, "Read the notes.", Recording.START);
        try (SqliteStores stores = SqliteStores.open(home)) {
            stores.tools()
                    .offered(
                            SPACE,
                            session,
                            List.of(new ToolDefinition("read", "Reads \u001b a file", "", Map.of("type", "object"))),
                            Recording.START);
        }
    }

    @Test
    void list_space_showsWhatItsAgentsWereOffered() {
        Screen screen = Screen.of(home);

        assertThat(screen.run("tools", "list", "--space", "shop")).isZero();

        assertThat(screen.out()).contains("read", "Reads   a file").doesNotContain("\u001b");
        Screen other = Screen.of(home);
        other.run("tools", "list", "--space", "other", "--json");
        assertThat(other.json().path("tools").size()).isZero();
    }

    @Test
    void list_definitionsOfAFile_areShownInTheirPlace() throws Exception {
        Path file = Files.writeString(home.resolve("tools.jsonl"), """
                {"type":"function","function":{"name":"grep","description":"Searches","parameters":{}}}
                """);
        Screen screen = Screen.of(home);

        screen.run("tools", "list", "--space", "shop", "--tools", file.toString(), "--json");

        assertThat(screen.json().path("tools").size()).isOne();
        assertThat(screen.json().path("tools").path(0).path("name").asString()).isEqualTo("grep");
        assertThat(screen.json().path("tools").path(0).path("tokens").asInt()).isPositive();
    }

    @Test
    void list_fileWithoutATool_saysWhatWasExpected() throws Exception {
        Path file = Files.writeString(home.resolve("notes.txt"), "just words");
        Screen screen = Screen.of(home);

        assertThat(screen.run("tools", "list", "--tools", file.toString())).isNotZero();

        assertThat(screen.err()).contains("notes.txt");
    }

    @Test
    void optimize_plan_showsTheCheaperOneByTheToolsOfAFile() throws Exception {
        Path tools = Files.writeString(home.resolve("tools.jsonl"), """
                {"name":"get_note","inputSchema":{"properties":{"id":{"type":"string"}}}}
                {"name":"get_notes","inputSchema":{"properties":{"ids":{"type":"array","items":{"type":"string"}}}}}
                """);
        Path plan = Files.writeString(home.resolve("plan.json"), """
                [{"tool":"get_note","arguments":{"id":"a"}}, {"name":"get_note","params":{"id":"b"}}]
                """);
        Screen screen = Screen.of(home);

        assertThat(screen.run(
                        "tools",
                        "optimize",
                        "--goal",
                        "read",
                        "--calls",
                        plan.toString(),
                        "--tools",
                        tools.toString(),
                        "--json"))
                .isZero();

        assertThat(screen.json().path("steps").path(0).path(0).path("tool").asString())
                .isEqualTo("get_notes");
        assertThat(screen.json().path("saving").path("calls").asInt()).isOne();
        Screen words = Screen.of(home);
        words.run("tools", "optimize", "--goal", "read", "--calls", plan.toString());
        assertThat(words.out()).contains("parallel");
    }

    @Test
    void habits_repeatedRead_isShownWithItsCostOfThisSpaceOnly() {
        SessionId wasteful = Recording.repeatedRead(home, SPACE, "Read the plan.", Recording.START.plusSeconds(60));
        Screen screen = Screen.of(home);

        assertThat(screen.run("tools", "habits", "--space", "shop", "--json")).isZero();

        assertThat(screen.json().path("habits").size()).isOne();
        assertThat(screen.json().path("habits").path(0).path("habit").asString())
                .isEqualTo("redundant_query");
        assertThat(screen.json().path("habits").path(0).path("session").asString())
                .isEqualTo(wasteful.value());
        Screen one = Screen.of(home);
        one.run("tools", "habits", "--space", "shop", "--session", "another", "--json");
        assertThat(one.json().path("habits").size()).isZero();
        Screen other = Screen.of(home);
        other.run("tools", "habits", "--space", "other", "--json");
        assertThat(other.json().path("habits").size()).isZero();
    }
}
