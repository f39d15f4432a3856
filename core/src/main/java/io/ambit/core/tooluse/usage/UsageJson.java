package io.ambit.core.tooluse.usage;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Rating;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as JSON, for commands, HTTP and MCP. */
public final class UsageJson {
    private static final int MOST_LINES = 50;

    private UsageJson() {}

    /** The tree of a report; of long lists the first 50, with how many there are. */
    public static Map<String, Object> tree(UsageReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "period",
                JsonTree.object(
                        "text",
                        report.period().text(),
                        "from",
                        report.period().from().toString(),
                        "to",
                        report.period().to().toString()));
        if (!report.epic().isEmpty()) {
            tree.put("epic", report.epic());
        }
        tree.put("sessions", report.sessions());
        Map<String, Object> total = line("", report.total(), true);
        tree.put("total", total);
        tree.put("trend", trend(report.trend()));
        tree.put("savings", report.savings().stream().map(UsageJson::saving).toList());
        tree.put("byTool", lines("tool", report.byTool(), false));
        tree.put("bySession", lines("session", report.bySession(), true));
        tree.put("byEpic", lines("epic", report.byEpic(), true));
        tree.put("byMonth", lines("month", report.byMonth(), true));
        tree.put(
                "unusedDefinitions",
                report.unused().stream()
                        .limit(MOST_LINES)
                        .map(UsageJson::unused)
                        .toList());
        tree.put("unusedDefinitionCount", report.unused().size());
        tree.put("measures", report.measures().stream().map(UsageJson::measure).toList());
        tree.put("ratings", ratings(report.ratings()));
        return tree;
    }

    private static List<Map<String, Object>> lines(String name, List<UsageLine> lines, boolean goals) {
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> line(name, line, goals))
                .toList();
    }

    private static Map<String, Object> line(String name, UsageLine line, boolean goals) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            tree.put(name, line.name());
        }
        if (goals) {
            tree.put("goals", line.goals());
            tree.put("callsPerGoal", rounded(line.callsPerGoal()));
        }
        tree.put("calls", line.count().calls());
        tree.put("failed", line.count().failed());
        tree.put("failedPercent", rounded(line.count().failedPercent()));
        tree.put("repeated", line.count().repeated());
        tree.put("repeatedPercent", rounded(line.count().repeatedPercent()));
        tree.put("wastedTokens", line.count().wastedTokens());
        if (line.tokens() > 0) {
            tree.put("tokens", line.tokens());
        }
        return tree;
    }

    private static Map<String, Object> trend(Trend trend) {
        return JsonTree.object(
                "from",
                trend.from(),
                "to",
                trend.to(),
                "callsPerGoalPercent",
                rounded(trend.callsPerGoal()),
                "failedPoints",
                rounded(trend.failedPercent()),
                "repeatedPoints",
                rounded(trend.repeatedPercent()),
                "enoughData",
                trend.isFirm());
    }

    private static Map<String, Object> saving(Saving saving) {
        return JsonTree.object(
                "kind",
                saving.kind(),
                "tool",
                saving.tool(),
                "tokens",
                saving.tokens(),
                "calls",
                saving.calls(),
                "advice",
                saving.advice(),
                "evidence",
                saving.evidence().stream()
                        .map(each -> JsonTree.object(
                                "session",
                                each.session().value(),
                                "positions",
                                each.positions(),
                                "tokens",
                                each.tokens(),
                                "shown",
                                each.shown()))
                        .toList(),
                "moreSessions",
                saving.more());
    }

    private static Map<String, Object> unused(UnusedTool tool) {
        return JsonTree.object(
                "tool",
                tool.name(),
                "server",
                tool.server(),
                "tokensPerRequest",
                tool.tokens(),
                "requests",
                tool.requests(),
                "tokens",
                tool.total());
    }

    private static Map<String, Object> measure(Measure measure) {
        return JsonTree.object(
                "name",
                measure.name().key(),
                "value",
                rounded(measure.value()),
                "baseline",
                rounded(measure.baseline()),
                "changePercent",
                rounded(measure.change()),
                "target",
                measure.target(),
                "met",
                measure.isMet(),
                "note",
                measure.note());
    }

    private static Map<String, Object> ratings(List<Rating> ratings) {
        List<Rating> people = ratings.stream().filter(Rating::isOfPerson).toList();
        return JsonTree.object(
                "people",
                people.size(),
                "mean",
                people.isEmpty()
                        ? null
                        : rounded(people.stream()
                                .mapToInt(Rating::stars)
                                .average()
                                .orElse(0)),
                "agents",
                ratings.size() - people.size(),
                "newest",
                ratings.stream().limit(MOST_LINES).map(UsageJson::rating).toList());
    }

    /** The tree of one rating. */
    public static Map<String, Object> rating(Rating rating) {
        return JsonTree.object(
                "id",
                rating.subject(),
                "stars",
                rating.stars(),
                "author",
                rating.author(),
                "at",
                rating.at().toString());
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 100) / 100.0;
    }
}
