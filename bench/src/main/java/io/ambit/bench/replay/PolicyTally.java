package io.ambit.bench.replay;

import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up the steps of one policy, trajectory by trajectory. */
final class PolicyTally {
    /** Steps that are told in full: a policy may lose something in thousands. */
    private static final int DETAILED = 200;

    private final Steps all = new Steps();
    private final Steps longOnes = new Steps();
    private final List<LostEvidence> lost = new ArrayList<>();
    private final List<double[]> byStep = new ArrayList<>();
    private final SavingTally savings;
    private Timed timed = Timed.NONE;
    private double dollars;
    private int detailed;

    PolicyTally(TokenCounter tokens) {
        savings = new SavingTally(tokens);
    }

    /** Takes what each request saves. */
    SavingTally savings() {
        return savings;
    }

    /** Adds what is known of a session when all its steps were scored. */
    void endSession(Timed priced, double afterDollars) {
        timed = timed.plus(priced);
        dollars += afterDollars;
    }

    private static final class Steps {
        private ReplayTotals totals = ReplayTotals.NONE;
        private Removed removed = Removed.NONE;
        private long[] nanos = new long[256];
        private int steps;

        void add(ReplayedStep step) {
            totals = totals.plus(step.score());
            removed = removed.plus(step.removed());
            if (steps == nanos.length) {
                nanos = Arrays.copyOf(nanos, steps * 2);
            }
            nanos[steps++] = step.buildNanos();
        }

        PolicyScores scores() {
            return new PolicyScores(totals, removed, BuildTimes.of(Arrays.copyOf(nanos, steps)));
        }
    }

    void add(Trajectory trajectory, boolean isLong, ReplayedStep step) {
        all.add(step);
        if (isLong) {
            longOnes.add(step);
        }
        if (!step.score().lost().isEmpty()) {
            List<LostIdentifier> details = detailed < DETAILED ? step.lost() : List.of();
            detailed++;
            lost.add(new LostEvidence(
                    trajectory.id(), step.number(), step.message(), step.score().lost(), details));
        }
        if (byStep.size() == step.number()) {
            byStep.add(new double[3]);
        }
        double[] sums = byStep.get(step.number());
        sums[0]++;
        sums[1] += step.score().priced();
        sums[2] += step.score().sent();
    }

    PolicyReport report(String policy) {
        List<StepCost> costs = new ArrayList<>();
        for (double[] sums : byStep) {
            costs.add(new StepCost(costs.size(), (int) sums[0], sums[1] / sums[0], sums[2] / sums[0]));
        }
        return new PolicyReport(
                policy,
                all.scores(),
                longOnes.scores(),
                lost,
                costs,
                timed,
                dollars,
                savings.tools(),
                savings.contents(),
                savings.ways());
    }
}
