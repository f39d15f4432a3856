package io.ambit.core.tooluse.usage;

import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.spi.TokenCounter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as text for models, within a budget. What stood in calls is quoted on one line each. */
public final class UsageText {
    private static final int LINES = 8;
    private static final int NAME = 80;
    private static final int EVIDENCE = 2;

    private final StringBuilder out = new StringBuilder();
    private final TokenCounter tokens;
    private final int budget;

    private UsageText(TokenCounter tokens, int budget) {
        this.tokens = tokens;
        this.budget = budget;
    }

    /**
     * The text of a report: totals, savings, measures, then tables for as long as there is room.
     *
     * @param budget in {@code tokens}
     */
    public static String of(UsageReport report, TokenCounter tokens, int budget) {
        UsageText text = new UsageText(tokens, budget);
        text.head(report);
        report.savings().forEach(text::saving);
        report.measures().forEach(measure -> text.line("measure " + measure(measure)));
        text.table("tool", report.byTool());
        text.table("month", report.byMonth());
        text.table("epic", report.byEpic());
        text.table("session", report.bySession());
        return text.out.toString();
    }

    private void head(UsageReport report) {
        UsageLine total = report.total();
        line(String.format(
                Locale.ROOT,
                "%s%s: %d sessions, %d requests of people, %d calls (%.1f a request), %.1f %% failed, %.1f %% repeated,"
                        + " %d tokens wasted.",
                report.period().text(),
                report.epic().isEmpty() ? "" : ", " + report.epic(),
                report.sessions(),
                total.goals(),
                total.count().calls(),
                total.callsPerGoal(),
                total.count().failedPercent(),
                total.count().repeatedPercent(),
                total.count().wastedTokens()));
        line(trend(report.trend()));
    }

    /** A trend in a sentence. */
    public static String trend(Trend trend) {
        if (trend.from().isEmpty()) {
            return "No trend yet: it takes calls in two months.";
        }
        return String.format(
                Locale.ROOT,
                "%s against %s: calls a request %s, failed %+.1f points, repeated %+.1f points%s.",
                trend.to(),
                trend.from(),
                percent(trend.callsPerGoal()),
                value(trend.failedPercent()),
                value(trend.repeatedPercent()),
                trend.isFirm() ? "" : "; too few requests to be sure");
    }

    private static double value(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%+.1f %%", value);
    }

    private void saving(Saving saving) {
        line(String.format(
                Locale.ROOT,
                "saving %d tokens%s, %s, %s: %s",
                saving.tokens(),
                saving.calls() == 0 ? "" : " in " + saving.calls() + " calls",
                saving.kind(),
                SafeText.line(saving.tool(), NAME),
                SafeText.line(saving.advice(), 4 * NAME)));
        saving.evidence().stream().limit(EVIDENCE).forEach(evidence -> {
            String where = "  session " + evidence.session()
                    + (evidence.positions().isEmpty() ? "" : " calls " + evidence.positions());
            line(evidence.shown().isEmpty() ? where : where + " \"" + evidence.shown() + "\"");
        });
    }

    /** A measure in a sentence. */
    public static String measure(Measure measure) {
        Double value = measure.value();
        if (value == null) {
            return measure.name().label() + ": not enough data, " + measure.note();
        }
        boolean isChange = measure.name() == Measure.Name.TOKENS_PER_TASK
                || measure.name() == Measure.Name.CALLS_PER_GOAL
                || measure.name() == Measure.Name.FAILED_CALLS;
        Double change = measure.change();
        return String.format(
                Locale.ROOT,
                "%s: %.1f%s (target %s), %s",
                measure.name().label(),
                value,
                change == null ? "" : String.format(Locale.ROOT, ", %+.1f %%", change),
                isChange || measure.name() == Measure.Name.MONTH_OVER_MONTH
                        ? String.format(Locale.ROOT, "%+.0f %%", measure.target())
                        : String.format(Locale.ROOT, "%.1f", measure.target()),
                measure.note());
    }

    private void table(String what, List<UsageLine> lines) {
        lines.stream()
                .limit(LINES)
                .forEach(line -> line(String.format(
                        Locale.ROOT,
                        "%s %s: %d calls, %d failed, %d repeated, %d tokens wasted",
                        what,
                        line.name().isEmpty() ? "(none)" : SafeText.line(line.name(), NAME),
                        line.count().calls(),
                        line.count().failed(),
                        line.count().repeated(),
                        line.count().wastedTokens())));
        if (lines.size() > LINES) {
            line("and " + (lines.size() - LINES) + " more by " + what);
        }
    }

    private void line(String text) {
        if (tokens.count(out + text) <= budget) {
            out.append(text).append('\n');
        }
    }
}
