package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.terminal.FolderSpace;
import io.ambit.core.text.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents run at both ends of a session, and what becomes of what they tell. */
class HookCommandTest {
    private static final Path SESSION = Path.of("..", "examples", "sessions", "shop-voucher-rounding.jsonl");

    @TempDir
    private Path user;

    private Path home;
    private Path project;

    @BeforeEach
    void project() throws IOException {
        home = Files.createDirectories(user.resolve("data"));
        project = Files.createDirectories(user.resolve("shop"));
        Files.createDirectories(project.resolve(".git"));
        Path tasks = Files.createDirectories(project.resolve(".backlog/docs/tasks"));
        Files.writeString(
                tasks.resolve("TASK-0007.md"),
                "---\nid: TASK-0007\ntitle: Round vouchers half up\ntype: task\nstatus: in_progress\n---\nText\n");
    }

    @Test
    void sessionStart_folderOnStdin_printsWhatThatProjectStandsAt() {
        Screen plain = told(Map.of("cwd", project.toString(), "hook_event_name", "SessionStart"));
        assertThat(plain.run("hook", "session-start")).isZero();
        assertThat(plain.out()).contains("Round vouchers half up").contains("TASK-0007");
        Screen json = told(Map.of("cwd", project.toString()));
        assertThat(json.run("hook", "session-start", "--json")).isZero();
        assertThat(json.json().at("/hookSpecificOutput/hookEventName").asString())
                .isEqualTo("SessionStart");
        assertThat(json.json().at("/hookSpecificOutput/additionalContext").asString())
                .isEqualTo(plain.out());
    }

    @Test
    void sessionStart_otherFolder_showsNothingOfTheProject() throws IOException {
        Path other = Files.createDirectories(user.resolve("other/.git")).getParent();
        Screen screen = told(Map.of("cwd", other.toString()));
        assertThat(screen.run("hook", "session-start")).isZero();
        assertThat(screen.out()).isNotEmpty().doesNotContain("vouchers");
    }

    @Test
    void sessionEnd_transcript_isRememberedInTheSpaceOfItsFolder() throws IOException {
        Path transcript = Files.copy(SESSION, user.resolve("session.jsonl"));
        Screen end = told(Map.of("transcript_path", transcript.toString(), "cwd", project.toString()));
        assertThat(end.run("hook", "session-end", "--strict")).as(end.err()).isZero();
        assertThat(end.out()).isEmpty();
        assertThat(records("shop")).isPositive();
        assertThat(records("default")).isZero();
        int before = records("shop");
        Screen again = told(Map.of("transcript_path", transcript.toString(), "cwd", project.toString()));
        assertThat(again.run("hook", "session-end", "--strict")).isZero();
        assertThat(again.err()).contains("remembered 0 of");
        assertThat(records("shop")).isEqualTo(before);
    }

    @Test
    void sessionEnd_optionForTheFile_isTakenBeforeStdin() throws IOException {
        Path transcript = Files.copy(SESSION, user.resolve("session.jsonl"));
        Screen end = told(Map.of("transcript_path", user.resolve("none").toString(), "cwd", project.toString()));
        assertThat(end.run("hook", "session-end", "--strict", "--transcript", transcript.toString()))
                .as(end.err())
                .isZero();
        assertThat(records("shop")).isPositive();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "not JSON",
                "[]",
                "7",
                "{\"cwd\":",
                "{\"cwd\":\"\\u0000\"}",
                "{\"transcript_path\":\"\\u0000\"}",
                "{\"transcript_path\":\"relative.jsonl\"}",
                "{\"transcript_path\":\"/dev/zero\"}",
                "{\"transcript_path\":\"/etc\"}",
                "{\"transcript_path\":[\"/etc/passwd\"]}",
                "{\"a\":" + "[".repeat(100_000),
                "x".repeat(2_000_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void sessionEnd_hostileInput_failsOnlyWhereItIsToldTo(String input) {
        Screen lenient = Screen.told(home, input);
        assertThat(lenient.run("hook", "session-end")).isZero();
        assertThat(lenient.err()).hasLineCount(1).doesNotContain("unexpected");
        Screen strict = Screen.told(home, input);
        assertThat(strict.run("hook", "session-end", "--strict")).isEqualTo(1);
        assertThat(records("shop")).isZero();
        Screen start = Screen.told(home, input);
        assertThat(start.run("hook", "session-start")).isZero();
    }

    @Test
    void sessionEnd_linkToAFile_isNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(user.resolve("link.jsonl"), SESSION.toAbsolutePath());
        assertThat(failure(link)).contains("expected a plain file");
    }

    @Test
    void sessionEnd_hugeFile_isNotRead() throws IOException {
        Path huge = user.resolve("huge.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((256L << 20) + 1);
        }
        assertThat(failure(huge)).contains("expected at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing that is a session\n", "{\"a\":1}\n"})
    void sessionEnd_fileThatIsNoSession_remembersNothing(String text) throws IOException {
        Path file = Files.writeString(user.resolve("file.jsonl"), text);
        Screen screen = told(Map.of("transcript_path", file.toString(), "cwd", project.toString()));
        assertThat(screen.run("hook", "session-end")).isZero();
        assertThat(records("shop")).isZero();
    }

    @Test
    void sessionStart_stdinThatStaysOpen_isNotWaitedFor() throws IOException {
        Screen screen = Screen.of(home);
        try (PipedWriter never = new PipedWriter();
                BufferedReader open = new BufferedReader(new PipedReader(never))) {
            assertThat(Main.run(screen.reading(open), "hook", "session-start")).isZero();
        }
        assertThat(screen.out()).isNotEmpty();
    }

    private int records(String space) {
        Screen list = Screen.of(home);
        String name = space.equals("shop") ? FolderSpace.of(project).id() : space;
        assertThat(list.run("memory", "list", "--space", name, "--json")).isZero();
        return list.json().get("total").asInt();
    }

    private String failure(Path transcript) {
        Screen screen = told(Map.of("transcript_path", transcript.toString(), "cwd", project.toString()));
        assertThat(screen.run("hook", "session-end", "--strict")).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1);
        return screen.err();
    }

    private Screen told(Map<String, String> input) {
        return Screen.told(home, JsonTree.write(input));
    }
}
