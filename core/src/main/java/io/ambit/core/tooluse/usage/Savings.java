package io.ambit.core.tooluse.usage;

import io.ambit.core.session.SessionId;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.Waste;
import io.ambit.core.tooluse.habit.HabitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what would have been saved most. */
final class Savings {
    private static final int MOST = 5;
    private static final int EVIDENCE = 5;
    private static final int POSITIONS = 20;
    private static final int NAMED_TOOLS = 6;

    private Savings() {}

    /** The largest, at most five. */
    static List<Saving> of(List<SessionTally> tallies, List<UnusedTool> unused) {
        record Key(String kind, String tool) {}
        Map<Key, List<Saving.Evidence>> evidence = new LinkedHashMap<>();
        Map<Key, Integer> calls = new LinkedHashMap<>();
        for (SessionTally tally : tallies) {
            for (Waste waste : tally.wastes()) {
                Key key = new Key(waste.kind(), waste.tool());
                calls.merge(key, waste.calls(), Integer::sum);
                List<Saving.Evidence> its = evidence.computeIfAbsent(key, any -> new ArrayList<>());
                add(its, new Saving.Evidence(tally.session(), waste.positions(), waste.tokens(), ""));
            }
        }
        List<Saving> all = new ArrayList<>();
        evidence.forEach((key, its) -> all.add(
                saving(key.kind(), key.tool(), calls.getOrDefault(key, 0), advice(key.kind(), key.tool()), its)));
        all.addAll(definitions(unused));
        all.sort(Comparator.comparingLong(Saving::tokens)
                .reversed()
                .thenComparing(Saving::kind)
                .thenComparing(Saving::tool));
        return all.stream().filter(saving -> saving.tokens() > 0).limit(MOST).toList();
    }

    /** Wastes of one kind in one session are told as one. */
    private static void add(List<Saving.Evidence> its, Saving.Evidence more) {
        int last = its.size() - 1;
        if (last >= 0 && its.get(last).session().equals(more.session())) {
            List<Integer> positions = new ArrayList<>(its.get(last).positions());
            positions.addAll(more.positions());
            its.set(
                    last,
                    new Saving.Evidence(
                            more.session(),
                            positions.stream().sorted().toList(),
                            its.get(last).tokens() + more.tokens(),
                            ""));
        } else {
            its.add(more);
        }
    }

    private static Saving saving(String kind, String tool, int calls, String advice, List<Saving.Evidence> evidence) {
        List<Saving.Evidence> dearest = evidence.stream()
                .sorted(Comparator.comparingLong(Saving.Evidence::tokens).reversed())
                .limit(EVIDENCE)
                .map(each -> new Saving.Evidence(
                        each.session(),
                        each.positions().stream().limit(POSITIONS).toList(),
                        each.tokens(),
                        each.shown()))
                .toList();
        return new Saving(
                kind,
                tool,
                calls,
                evidence.stream().mapToLong(Saving.Evidence::tokens).sum(),
                advice,
                dearest,
                evidence.size() - dearest.size());
    }

    /** Those of one server are left out together; those whose server is not known are one saving too. */
    private static List<Saving> definitions(List<UnusedTool> unused) {
        Map<String, List<UnusedTool>> byServer = unused.stream()
                .collect(Collectors.groupingBy(UnusedTool::server, LinkedHashMap::new, Collectors.toList()));
        List<Saving> savings = new ArrayList<>();
        byServer.forEach((server, tools) -> {
            Map<SessionId, Long> sessions = new LinkedHashMap<>();
            long total = 0;
            for (UnusedTool tool : tools) {
                total += tool.total();
                tool.sessions().forEach(session -> sessions.merge(session, (long) tool.tokens(), Long::sum));
            }
            int perRequest = tools.stream().mapToInt(UnusedTool::tokens).sum();
            String names =
                    tools.stream().limit(NAMED_TOOLS).map(UnusedTool::name).collect(Collectors.joining(", "))
                            + (tools.size() > NAMED_TOOLS ? " and " + (tools.size() - NAMED_TOOLS) + " more" : "");
            savings.add(new Saving(
                    Saving.UNUSED,
                    names,
                    0,
                    total,
                    String.format(
                            Locale.ROOT,
                            "No session called %s%s: offering them less costs %d tokens a request less.",
                            tools.size() == 1 ? "it" : "any of these " + tools.size(),
                            server.isEmpty() ? "" : " of " + server,
                            perRequest),
                    sessions.entrySet().stream()
                            .limit(EVIDENCE)
                            .map(each -> new Saving.Evidence(each.getKey(), List.of(), each.getValue(), ""))
                            .toList(),
                    Math.max(0, sessions.size() - EVIDENCE)));
        });
        return savings;
    }

    private static String advice(String kind, String tool) {
        if (kind.equals(Waste.FAILED)) {
            return "Calls of " + tool + " came back with an error: have them checked before they are made"
                    + " (backlog_validate_call), or corrected on their way (tools = \"repair\").";
        }
        for (HabitKind each : HabitKind.values()) {
            if (each.key().equals(kind)) {
                return switch (each) {
                    case LOOP -> "One call that lists would have done where " + tool + " was called item by item.";
                    case OVER_FETCH -> "Most of what " + tool + " returned was never used: ask it for less.";
                    case OVER_HYDRATE -> "What " + tool + " expanded was never used: call it without.";
                    case MISSING_CONTEXT -> "Give " + tool + " the parent that such items have when they are made.";
                    case REDUNDANT_QUERY -> tool + " read what stood before the model already.";
                    case INVALID_FORMAT -> "Give " + tool + " ids as they are spelled where they were found.";
                    case MISSING_EVIDENCE -> "Give " + tool + " the evidence that such calls carry.";
                };
            }
        }
        return tool + " was called in vain.";
    }
}
