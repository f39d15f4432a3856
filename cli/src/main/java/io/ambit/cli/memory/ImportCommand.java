package io.ambit.cli.memory;

import io.ambit.bench.imports.ImportFormat;
import io.ambit.bench.imports.ImportProgress;
import io.ambit.bench.imports.ImportReport;
import io.ambit.bench.imports.MemoryImport;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Interruption;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Remember what files hold: conversations, agents' logs, notes, other programs' memories. The "
                + "files are only read. An import that was cut off is run again, and goes on.",
        footer = {"", "Example:", "  ambit memory import notes/ --space shop"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "documents, locomo, sessions, loki, mcp-memory, markdown or export. [told from the content]")
    private @Nullable String format;

    @Option(
            names = "--keep-spaces",
            description = "Each record into the space that the file names, not into that of --space.")
    private boolean keepSpaces;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Map<String, Object>> reports = new ArrayList<>();
        boolean broken;
        try (Interruption interruption = Interruption.watched();
                OpenMemory open = OpenMemory.of(terminal)) {
            broken = run(open.memory(), interruption, reports);
        }
        if (json.wanted()) {
            JsonOption.print(terminal, Map.of("imports", reports, "complete", !broken));
        }
        if (broken) {
            terminal.say("cut off; what was read is kept, and the same command goes on");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }

    private boolean run(Memory memory, Interruption interruption, List<Map<String, Object>> reports) {
        MemoryImport importer = new MemoryImport(memory.store(), memory.journal()::wasRecalled, Clock.systemUTC());
        ImportFormat chosen = format == null ? null : ImportFormat.ofLabel(format);
        Space into = keepSpaces ? null : space.space();
        ProgressLine line = new ProgressLine(terminal);
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new AmbitException(path + " is not there, expected a file or a folder");
            }
            try {
                ImportReport report = importer.run(path, chosen, into, progress -> {
                    show(line, progress);
                    if (interruption.came()) {
                        throw new CutOff();
                    }
                });
                reports.add(tree(path, report));
                print(path, report);
            } catch (CutOff e) {
                return true;
            }
        }
        return !index(memory, interruption, line, into);
    }

    /** What was imported can be found when the command ends; where that is cut off, the next search sees to it. */
    private boolean index(Memory memory, Interruption interruption, ProgressLine line, @Nullable Space into) {
        for (Space each : into == null ? memory.store().spaces() : List.of(into)) {
            if (interruption.came()) {
                return false;
            }
            memory.index().catchUp(each, done -> {
                if (terminal.interactive()) {
                    line.show("indexed " + done + " records of " + each, -1);
                }
            });
        }
        if (terminal.interactive()) {
            line.show("", 1);
        }
        return true;
    }

    private void show(ProgressLine line, ImportProgress progress) {
        if (terminal.interactive()) {
            double share = progress.bytesTotal() == 0 ? -1 : (double) progress.bytesDone() / progress.bytesTotal();
            line.show(progress.records() + " records, " + progress.added() + " new", share);
        }
    }

    private void print(Path path, ImportReport report) {
        report.problems().forEach(problem -> terminal.say(problem.file() + ": " + problem.message()));
        if (report.moreProblems() > 0) {
            terminal.say("and " + report.moreProblems() + " more problems");
        }
        if (!json.wanted()) {
            terminal.out()
                    .println(path + ": " + report.format().label() + ", " + report.records() + " records, "
                            + report.added() + " new, " + report.links() + " links");
            report.redacted().forEach((secret, count) -> terminal.out().println("  left out: " + count + " " + secret));
            report.refused()
                    .forEach((reason, count) -> terminal.out().println("  not stored: " + count + " " + reason));
            terminal.out().flush();
        }
    }

    private static Map<String, Object> tree(Path path, ImportReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", path.toString());
        tree.put("format", report.format().label());
        tree.put("records", report.records());
        tree.put("added", report.added());
        tree.put("links", report.links());
        tree.put("refused", report.refused());
        tree.put("redacted", report.redacted());
        tree.put("problems", report.problems().size() + report.moreProblems());
        return tree;
    }

    /** Ctrl-C, seen after a transaction. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        CutOff() {
            super("cut off", null, false, false);
        }
    }
}
