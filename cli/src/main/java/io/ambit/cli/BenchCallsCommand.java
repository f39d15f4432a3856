package io.ambit.cli;

import io.ambit.bench.calls.CallReport;
import io.ambit.bench.calls.CallTrial;
import io.ambit.bench.calls.CalledTool;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.Finding;
import io.ambit.wire.schema.JsonSchemaValidator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench calls}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = "Check calls of tools whose faults are known: what is found, what is called wrong that is right, "
                + "and how often the call that was meant is proposed. The lines of a file are JSON objects with "
                + "functions, call, valid, error and repair.",
        footer = {"", "Example:", "  ambit bench calls --calls correct.jsonl mutated.jsonl"})
final class BenchCallsCommand implements Callable<Integer> {
    @Option(
            names = "--calls",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Calls, JSON Lines; may be given repeatedly.")
    private List<Path> files = List.of();

    @Option(names = "--misses", description = "Print each call that was judged otherwise, on standard error.")
    private boolean misses;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchCallsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<CalledTool> calls =
                files.stream().flatMap(file -> CalledTool.read(file).stream()).toList();
        CallReport report = new CallTrial(new CallCheck(new JsonSchemaValidator())).run(calls);
        if (misses) {
            report.misses().forEach(miss -> print(miss, terminal.err()));
            terminal.err().flush();
        }
        if (json.wanted()) {
            JsonOption.print(terminal, report.json());
        } else {
            print(report, terminal.out());
        }
        return ExitCode.DONE;
    }

    private static void print(CallReport report, PrintWriter out) {
        TextTable table = new TextTable("CLASS", "CALLS", "RECALL", "F1");
        report.classes()
                .forEach((name, counted) -> table.add(List.of(
                        name,
                        String.format(Locale.ROOT, "%,d", counted.told() + counted.missed()),
                        String.format(Locale.ROOT, "%.3f", counted.recall()),
                        String.format(Locale.ROOT, "%.3f", counted.f1()))));
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%n%,d calls: macro-F1 %.4f, %d false alarms on %,d right ones%n"
                        + "repairs: %d of %d as meant (%.3f), %d wrong, %d of them said to be certain%n"
                        + "a check p50 %.3f ms, p99 %.3f ms%n",
                report.calls(),
                report.macroF1(),
                report.falseAlarms(),
                report.right(),
                report.repaired(),
                report.withRepair(),
                report.repairAccuracy(),
                report.wrongRepairs(),
                report.wrongCertain(),
                report.millis(0.5),
                report.millis(0.99));
        out.flush();
    }

    private static void print(CallReport.Miss miss, PrintWriter out) {
        out.printf(
                "%s: expected %s, found %s%n  call     %s%n  meant    %s%n  proposed %s%n",
                miss.row().id(),
                miss.row().error().orElse("nothing"),
                miss.checked().findings().stream().map(Finding::reason).toList(),
                text(miss.row().call()),
                miss.row().repair().map(BenchCallsCommand::text).orElse("-"),
                miss.checked().proposed().map(BenchCallsCommand::text).orElse("-"));
    }

    private static String text(Invocation call) {
        return call.tool() + ' ' + JsonTree.write(call.arguments());
    }
}
