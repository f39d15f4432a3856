package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.tool.CallCount;
import io.ambit.core.tooluse.usage.Saving;
import io.ambit.core.tooluse.usage.UsageJson;
import io.ambit.core.tooluse.usage.UsageLine;
import io.ambit.core.tooluse.usage.UsageReport;
import io.ambit.core.tooluse.usage.UsageRequest;
import io.ambit.core.tooluse.usage.UsageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit tools analyze}. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Show what calls of tools cost: per request of a person, failed, repeated and wasted, by tool, "
                + "month, epic and session, with the five largest savings and whether it gets better.",
        footer = {"", "Example:", "  ambit tools analyze --since 30d --epic EPIC-0002"})
final class AnalyzeCommand implements Callable<Integer> {
    private static final int LINES = 10;
    private static final int WIDE = 110;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "30d, 8w, 12h; also a month or day, 2026-11, or two, 2026-10..2026-11; or all. [90d]")
    private String since = "";

    @Option(names = "--epic", paramLabel = "ID", description = "Only what was called for this epic.")
    private String epic = "";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenTools open = OpenTools.of(terminal, source)) {
            ProgressLine line = new ProgressLine(terminal);
            UsageReport report = open.use()
                    .usage()
                    .analyze(
                            new UsageRequest(since, epic),
                            (done, total) -> line.show(done, total == 0 ? 1 : (double) done / total));
            if (json.wanted()) {
                JsonOption.print(terminal, UsageJson.tree(report));
            } else if (report.sessions() == 0) {
                terminal.say("no session of space " + open.use().space() + " in this time; --since looks further back");
            } else {
                print(report);
            }
        }
        return ExitCode.DONE;
    }

    private void print(UsageReport report) {
        List<String> head = new ArrayList<>(cells(report.total()));
        head.set(0, report.sessions() + " sessions");
        table("TOTAL", List.of(head));
        table("TOOL", rows(report.byTool()));
        table("MONTH", rows(report.byMonth()));
        table("EPIC", rows(report.byEpic()));
        table("SESSION", rows(report.bySession()));
        say(UsageText.trend(report.trend()));
        say("");
        say(report.savings().isEmpty() ? "Nothing to save was found." : "Largest savings:");
        report.savings().forEach(this::print);
        say("");
        report.measures().forEach(measure -> say(UsageText.measure(measure)));
        terminal.out().flush();
    }

    private void table(String name, List<List<String>> rows) {
        TextTable table = new TextTable(name, "ASKED", "CALLS", "A REQUEST", "FAILED", "REPEATED", "WASTED TOKENS");
        rows.forEach(table::add);
        table.print(terminal.out());
        say("");
    }

    private static List<List<String>> rows(List<UsageLine> lines) {
        List<List<String>> rows = new ArrayList<>();
        lines.stream().limit(LINES).map(AnalyzeCommand::cells).forEach(rows::add);
        if (lines.size() > LINES) {
            UsageLine rest =
                    lines.stream().skip(LINES).reduce(AnalyzeCommand::sum).orElseThrow();
            rows.add(cells(new UsageLine(
                    "and " + (lines.size() - LINES) + " more", rest.goals(), rest.tokens(), rest.count())));
        }
        return rows;
    }

    private static UsageLine sum(UsageLine one, UsageLine other) {
        return new UsageLine(
                "",
                one.goals() + other.goals(),
                one.tokens() + other.tokens(),
                one.count().plus(other.count()));
    }

    private static List<String> cells(UsageLine line) {
        CallCount count = line.count();
        return List.of(
                line.name().isEmpty() ? "(none)" : line.name(),
                line.goals() == 0 ? "" : Integer.toString(line.goals()),
                Integer.toString(count.calls()),
                line.goals() == 0 ? "" : String.format(Locale.ROOT, "%.1f", line.callsPerGoal()),
                share(count.failed(), count.failedPercent()),
                share(count.repeated(), count.repeatedPercent()),
                Long.toString(count.wastedTokens()));
    }

    private static String share(int number, double percent) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%d (%.1f%%)", number, percent);
    }

    private void print(Saving saving) {
        say(String.format(
                Locale.ROOT,
                "  %,d tokens%s  %s  %s",
                saving.tokens(),
                saving.calls() == 0 ? "" : ", " + saving.calls() + " calls",
                saving.kind(),
                TextTable.printable(saving.tool(), WIDE)));
        say("    " + TextTable.printable(saving.advice(), 2 * WIDE));
        for (Saving.Evidence evidence : saving.evidence().stream().limit(2).toList()) {
            say("    session " + evidence.session()
                    + (evidence.positions().isEmpty() ? "" : ", calls " + evidence.positions()));
            if (!evidence.shown().isEmpty()) {
                say("      " + TextTable.printable(evidence.shown(), WIDE));
            }
        }
    }

    private void say(String line) {
        terminal.out().println(line);
    }
}
