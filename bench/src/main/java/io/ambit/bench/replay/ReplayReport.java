package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import java.util.List;

/**
 * What a replay found.
 *
 * @param tokens name of the token counter
 * @param raw everything forwarded unchanged: what ratios are ratios to
 * @param rawLong the same over long trajectories
 * @param tools most tokens first
 * @param largest largest first
 * @param problems input that was skipped
 * @param timed priced cost of the unchanged sessions whose recordings have times
 * @param money what the sessions cost
 * @param recordings where they came from and what they lack
 */
public record ReplayReport(
        String tokens,
        int trajectories,
        int longTrajectories,
        ReplayTotals raw,
        ReplayTotals rawLong,
        List<PolicyReport> policies,
        List<ToolShare> tools,
        List<LargeOutput> largest,
        List<InputProblem> problems,
        Timed timed,
        Money money,
        Recordings recordings) {

    /** Steps of a long trajectory, at least. */
    public static final int LONG = 16;

    public ReplayReport {
        policies = List.copyOf(policies);
        tools = List.copyOf(tools);
        largest = List.copyOf(largest);
        problems = List.copyOf(problems);
    }

    /** {@code part} as a share of {@code whole}; 1 where both are nothing. */
    public static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
