package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    @TempDir
    private Path home;

    private Screen screen;

    @BeforeEach
    void screen() {
        screen = Screen.of(home);
    }

    @Test
    void help_everyCommand_showsAnExampleThatNamesIt() {
        List<CommandLine> commands = new ArrayList<>();
        collect(Main.commandLine(screen.terminal()), commands);
        assertThat(commands).hasSizeGreaterThan(5);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName();
            String[] words = (name + " --help").split(" ");
            Screen shown = Screen.of(home);
            assertThat(shown.run(List.of(words).subList(1, words.length).toArray(String[]::new)))
                    .as(name)
                    .isZero();
            assertThat(shown.out()).as(name).containsPattern("Examples?:\\s+" + name);
            assertThat(shown.err()).as(name).isEmpty();
        }
    }

    @Test
    void run_noCommand_showsUsageOnStderr() {
        assertThat(screen.run()).isEqualTo(2);
        assertThat(screen.err()).contains("Usage: ambit");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void run_unknownOption_saysSoInOneLine() {
        assertThat(screen.run("status", "--jsno")).isEqualTo(2);
        assertThat(screen.err()).hasLineCount(1).contains("--jsno").contains("ambit status --help");
    }

    @Test
    void run_misspeltCommand_suggestsTheRightOne() {
        assertThat(screen.run("sesions")).isEqualTo(2);
        assertThat(screen.err()).hasLineCount(1).contains("Did you mean").contains("sessions");
    }

    @Test
    void run_version_namesTheProgram() {
        assertThat(screen.run("--version")).isZero();
        assertThat(screen.out()).startsWith("ambit ");
    }

    @Test
    void run_expectedFailure_isOneLineOnStderr() {
        int code = runFailing(() -> {
            throw new AmbitException("first line\n  second line");
        });
        assertThat(code).isEqualTo(1);
        assertThat(screen.err()).isEqualToIgnoringNewLines("ambit: first line second line");
        assertThat(home.resolve("logs")).doesNotExist();
    }

    @Test
    void run_unexpectedFailure_keepsTheTraceInAFile() throws IOException {
        int code = runFailing(() -> {
            throw new IllegalStateException("never expected");
        });
        assertThat(code).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("never expected").doesNotContain("\tat ");
        try (var files = Files.list(home.resolve("logs"))) {
            Path log = files.findFirst().orElseThrow();
            assertThat(screen.err()).contains(log.toString());
            assertThat(log).content().contains("IllegalStateException").contains("\tat ");
        }
    }

    @Test
    void help_onlyOnATerminal_isColoured() {
        Screen coloured = Screen.coloured(home);
        coloured.run("status", "--help");
        screen.run("status", "--help");
        assertThat(coloured.out()).contains("\u001b[");
        assertThat(screen.out()).doesNotContain("\u001b[");
    }

    private int runFailing(Callable<Integer> failure) {
        return Main.commandLine(screen.terminal())
                .addSubcommand(new Failing(failure))
                .execute("fail");
    }

    private static void collect(CommandLine command, List<CommandLine> into) {
        into.add(command);
        command.getSubcommands().values().forEach(child -> collect(child, into));
    }

    @Command(name = "fail")
    private record Failing(Callable<Integer> failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return failure.call();
        }
    }
}
