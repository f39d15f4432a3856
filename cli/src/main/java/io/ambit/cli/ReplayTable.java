package io.ambit.cli;

import io.ambit.bench.replay.PolicyReport;
import io.ambit.bench.replay.PolicyScores;
import io.ambit.bench.replay.RecordingsText;
import io.ambit.bench.replay.ReplayReport;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.economics.ReplayTotals;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A replay's report for a terminal. */
final class ReplayTable {
    private final ReplayReport report;
    private final PrintWriter out;
    private final boolean colours;

    ReplayTable(ReplayReport report, Terminal terminal) {
        this.report = report;
        this.out = terminal.out();
        this.colours = terminal.colours();
    }

    void print() {
        bill();
        section("All " + report.trajectories() + " sessions, " + report.raw().steps() + " requests");
        tables(report.raw(), false);
        if (report.longTrajectories() > 0 && report.longTrajectories() < report.trajectories()) {
            section("The " + report.longTrajectories() + " sessions of " + ReplayReport.LONG + " requests or more, "
                    + report.rawLong().steps() + " requests");
            tables(report.rawLong(), true);
        }
        out.println("Tokens by " + report.tokens()
                + ", % of the unchanged sessions. Priced: 0.1 a cached token, 1.25 an" + " uncached one;");
        out.println("charged: with a retrieval for each identifier that was lost. Losses stand beside every saving:");
        out.println("a replay does not show how the agent would have gone on otherwise.");
        for (String line : RecordingsText.of(report)) {
            out.println(TextTable.printable(line, Integer.MAX_VALUE));
        }
        out.flush();
    }

    private void bill() {
        if (!report.money().isKnown()) {
            return;
        }
        section("Your bill: before → after");
        TextTable bills = new TextTable("policy", "before", "after", "");
        for (PolicyReport policy : report.policies()) {
            bills.add(List.of(
                    policy.policy(),
                    dollars(report.money().dollars()),
                    dollars(policy.dollars()),
                    percent(policy.dollars(), report.money().dollars())));
        }
        bills.print(out);
        out.println();
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, amount >= 1 || amount == 0 ? "$%,.2f" : "$%,.4f", amount);
    }

    private void tables(ReplayTotals raw, boolean longOnes) {
        TextTable costs = new TextTable("policy", "sent", "", "uncached", "", "priced", "", "charged", "", "peak", "");
        TextTable losses = new TextTable(
                "policy",
                "evidence loss",
                "text loss",
                "recoverable",
                "retrievals/request",
                "build p50 ms",
                "p99",
                "max");
        for (PolicyReport policy : report.policies()) {
            PolicyScores scores = longOnes ? policy.longOnes() : policy.overall();
            ReplayTotals totals = scores.totals();
            costs.add(List.of(
                    policy.policy(),
                    number((double) totals.sent()),
                    percent((double) totals.sent(), (double) raw.sent()),
                    number((double) totals.uncached()),
                    percent((double) totals.uncached(), (double) raw.uncached()),
                    number(totals.priced()),
                    percent(totals.priced(), raw.priced()),
                    number(totals.charged()),
                    percent(totals.charged(), raw.charged()),
                    number((double) totals.peak()),
                    percent((double) totals.peak(), (double) raw.peak())));
            losses.add(List.of(
                    policy.policy(),
                    percent(totals.evidenceLoss(), 1),
                    percent(totals.textLoss(), 1),
                    percent(scores.removed().recoverable(), 1),
                    String.format(Locale.ROOT, "%.3f", totals.retrievalsPerStep()),
                    String.format(Locale.ROOT, "%.2f", scores.build().p50()),
                    String.format(Locale.ROOT, "%.2f", scores.build().p99()),
                    String.format(Locale.ROOT, "%.2f", scores.build().max())));
        }
        costs.print(out);
        out.println();
        losses.print(out);
        out.println();
    }

    private void section(String title) {
        out.println(colours ? "\u001b[1m" + title + "\u001b[0m" : title);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.1f%%", ReplayReport.ratio(part, whole) * 100);
    }
}
