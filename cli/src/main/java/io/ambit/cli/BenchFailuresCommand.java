package io.ambit.cli;

import io.ambit.bench.failures.FailureFigures;
import io.ambit.bench.failures.FailureTrial;
import io.ambit.bench.failures.LabelledFailure;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench failures}. */
@Command(
        name = "failures",
        mixinStandardHelpOptions = true,
        description =
                "Tell failed calls by their errors alone, and compare with their known causes. The lines of a file "
                        + "are JSON objects with tool, params, error and label, and where given kind and context.",
        footer = {"", "Example:", "  ambit bench failures --failures failures.jsonl --wrong"})
final class BenchFailuresCommand implements Callable<Integer> {
    @Option(names = "--failures", paramLabel = "FILE", required = true, description = "Failed calls, JSON Lines.")
    private Path failures = Path.of("");

    @Option(names = "--wrong", description = "List those that were told wrong.")
    private boolean wrong;

    @Option(names = "--all", description = "List all, with the advice given, to be checked by hand.")
    private boolean all;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchFailuresCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FailureFigures figures = FailureTrial.run(LabelledFailure.read(failures));
        if (json.wanted()) {
            JsonOption.print(terminal, figures.json());
            return ExitCode.DONE;
        }
        PrintWriter out = terminal.out();
        if (all || wrong) {
            (all ? figures.told() : figures.wrong()).forEach(told -> print(told, out));
        }
        TextTable table = new TextTable("CLASS", "RECALL");
        figures.recalls().forEach((failure, recall) -> table.add(List.of(failure.label(), percent(recall))));
        figures.kinds().forEach((kind, share) -> table.add(List.of("kind " + kind, percent(share))));
        table.print(out);
        figures.confusion().forEach((what, count) -> out.printf(Locale.ROOT, "%4d %s%n", count, what));
        out.printf(
                Locale.ROOT,
                "%n%,d failures: %s told right, macro recall %s; p50 %.2f ms, p99 %.2f ms%n",
                figures.told().size(),
                percent(figures.right()),
                percent(figures.macroRecall()),
                figures.millis(0.5),
                figures.millis(0.99));
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(FailureTrial.Told told, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %s%n  told %s (%.2f), %s%s: %s%n  by: %s%n  call: %s%n",
                told.failure().kind(),
                told.failure().label().label(),
                told.reflection().failure().label(),
                told.reflection().confidence(),
                told.reflection().advice().label(),
                told.reflection().pause() == null
                        ? ""
                        : " after " + told.reflection().pause().toMillis() + " ms",
                told.reflection().next(),
                told.reflection().statement(),
                told.failure().report().call().canonical());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
