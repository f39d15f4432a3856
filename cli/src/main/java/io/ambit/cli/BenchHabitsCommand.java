package io.ambit.cli;

import io.ambit.bench.habits.HabitReport;
import io.ambit.bench.habits.HabitSheet;
import io.ambit.bench.habits.HabitTrial;
import io.ambit.bench.recorded.InputFiles;
import io.ambit.bench.recorded.InputProblem;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.habit.HabitKind;
import io.ambit.wire.tools.ToolForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit bench habits}. */
@Command(
        name = "habits",
        mixinStandardHelpOptions = true,
        description = "Find calls that recorded sessions need not have made, by the seven anti-patterns of tool use; "
                + "a sheet shows every finding with the run before it, to be judged by hand.",
        footer = {
            "",
            "Examples:",
            "  ambit bench habits runs.jsonl --sheet findings.md",
            "  ambit bench habits runs.jsonl --tools tools.jsonl --json"
        })
final class BenchHabitsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Recorded sessions: files or folders, - for standard input.")
    private List<String> paths = List.of();

    @Option(names = "--tools", paramLabel = "FILE", description = "Definitions of the tools, in any form.")
    private @Nullable Path tools;

    @Option(names = "--sheet", paramLabel = "FILE", description = "Write every finding there, in Markdown.")
    private @Nullable Path sheet;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchHabitsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        HabitReport report = HabitTrial.run(InputFiles.of(paths, this::say), System.in, definitions(tools), this::say);
        if (report.sessions().isEmpty()) {
            throw new AmbitException("no session in " + String.join(", ", paths));
        }
        if (sheet != null) {
            write(sheet, HabitSheet.text(report));
        }
        if (json.wanted()) {
            JsonOption.print(terminal, report.json());
        } else {
            print(report);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void say(InputProblem problem) {
        terminal.say("ambit: " + problem);
    }

    private static List<ToolDefinition> definitions(@Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        try {
            return ToolForms.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new AmbitException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AmbitException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void print(HabitReport report) {
        TextTable table = new TextTable("HABIT", "FINDINGS");
        for (HabitKind kind : HabitKind.values()) {
            table.add(List.of(kind.key(), Long.toString(report.findings(kind))));
        }
        table.print(terminal.out());
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%n%,d findings in %,d calls of %,d sessions; %.2f %% of the calls are part of one, %.2f %% of those "
                                + "in sessions with the whole reward%n",
                        report.findings(),
                        report.calls(),
                        report.sessions().size(),
                        100 * HabitReport.share(report.flagged(), report.calls()),
                        100 * HabitReport.share(report.rewardedFlagged(), report.rewardedCalls()));
    }
}
