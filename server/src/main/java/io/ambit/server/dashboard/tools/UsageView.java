package io.ambit.server.dashboard.tools;

import io.ambit.core.session.Space;
import io.ambit.core.tooluse.usage.Measure;
import io.ambit.core.tooluse.usage.UsageLine;
import io.ambit.core.tooluse.usage.UsageReport;
import io.ambit.core.tooluse.usage.UsageText;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Locale;

/**
 * What calls of tools cost.
 *
 * @param range that was asked for
 * @param csrf the visitor's
 */
public record UsageView(Space space, String range, String csrf, UsageReport report) implements View {
    private static final int LINES = 15;
    private static final List<Range> RANGES = List.of(
            new Range("7d", "last 7 days"),
            new Range("30d", "last 30 days"),
            new Range("90d", "last 90 days"),
            new Range("52w", "last year"),
            new Range("all", "all of it"));

    /**
     * A range to choose.
     *
     * @param key as it is asked for
     */
    public record Range(String key, String label) {}

    @Override
    public String template() {
        return "usage.jte";
    }

    @Override
    public String title() {
        return "Tools";
    }

    @Override
    public Tab tab() {
        return Tab.TOOLS;
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public List<Range> ranges() {
        return RANGES;
    }

    public boolean isOtherRange() {
        return RANGES.stream().noneMatch(each -> each.key().equals(range));
    }

    /** The first of a long list. */
    public List<UsageLine> first(List<UsageLine> lines) {
        return lines.subList(0, Math.min(LINES, lines.size()));
    }

    /** How many {@link #first} leaves out. */
    public int more(List<UsageLine> lines) {
        return Math.max(0, lines.size() - LINES);
    }

    /** Calls that neither failed nor were repeated. */
    public int worked(UsageLine line) {
        return Math.max(
                0, line.count().calls() - line.count().failed() - line.count().repeated());
    }

    public String each(UsageLine line) {
        return line.goals() == 0 ? "" : String.format(Locale.ROOT, "%.1f", line.callsPerGoal());
    }

    public String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value);
    }

    public String trend() {
        return UsageText.trend(report.trend());
    }

    public String measure(Measure measure) {
        String text = UsageText.measure(measure);
        return text.substring(measure.name().label().length() + 2);
    }

    /** "met", "not met", or "" where that cannot be told. */
    public String met(Measure measure) {
        Boolean met = measure.isMet();
        return met == null ? "" : met ? "met" : "not met";
    }

    public String session(String id) {
        return Address.of("/sessions").step(space.id()).step(id).toString();
    }

    public String item(String id) {
        return Address.of("/backlog/item")
                .with("space", space.id())
                .with("id", id)
                .toString();
    }

    /** Whether this is the id of an item, and not of a session. */
    public boolean isItem(String subject) {
        return report.bySession().stream().noneMatch(line -> line.name().equals(subject)) && !subject.startsWith("s-");
    }
}
