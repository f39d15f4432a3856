package io.ambit.bench.habits;

import io.ambit.core.tooluse.habit.HabitFinding;
import io.ambit.core.tooluse.habit.HabitKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What a {@link HabitTrial} found. */
public record HabitReport(List<Judged> sessions) {
    public HabitReport {
        sessions = List.copyOf(sessions);
    }

    /** A session with what was found in it. */
    public record Judged(JudgedSession session, List<HabitFinding> findings) {
        public Judged {
            findings = List.copyOf(findings);
        }

        private long flagged() {
            return findings.stream()
                    .flatMap(finding -> finding.positions().stream())
                    .distinct()
                    .count();
        }
    }

    public long calls() {
        return sessions.stream()
                .mapToLong(each -> each.session().calls().calls().size())
                .sum();
    }

    public long findings() {
        return sessions.stream().mapToLong(each -> each.findings().size()).sum();
    }

    /** Findings of one kind. */
    public long findings(HabitKind kind) {
        return sessions.stream()
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.kind() == kind)
                .count();
    }

    /** Calls that are part of a finding. */
    public long flagged() {
        return sessions.stream().mapToLong(Judged::flagged).sum();
    }

    /** Calls of the sessions with the whole reward. */
    public long rewardedCalls() {
        return sessions.stream()
                .filter(each -> each.session().isRewarded())
                .mapToLong(each -> each.session().calls().calls().size())
                .sum();
    }

    /** Calls that are part of a finding, of the sessions with the whole reward. */
    public long rewardedFlagged() {
        return sessions.stream()
                .filter(each -> each.session().isRewarded())
                .mapToLong(Judged::flagged)
                .sum();
    }

    /** The figures, shares from 0 to 1; {@code rewarded} speaks of sessions with the whole reward. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sessions", sessions.size());
        json.put("calls", calls());
        json.put("findings", findings());
        for (HabitKind kind : HabitKind.values()) {
            json.put("findings." + kind.key(), findings(kind));
        }
        json.put("flagged", share(flagged(), calls()));
        json.put(
                "rewarded.sessions",
                sessions.stream().filter(each -> each.session().isRewarded()).count());
        json.put("rewarded.calls", rewardedCalls());
        json.put("rewarded.flagged", share(rewardedFlagged(), rewardedCalls()));
        json.put("wastedCalls", sum(HabitFinding::wastedCalls));
        json.put("wastedTokens", sum(HabitFinding::wastedTokens));
        return json;
    }

    private long sum(ToIntFunction<HabitFinding> cost) {
        return sessions.stream()
                .flatMap(each -> each.findings().stream())
                .mapToLong(finding -> cost.applyAsInt(finding))
                .sum();
    }

    /** A part of a whole, from 0 to 1; 0 of nothing. */
    public static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
