package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found. All scores are of the newer half of the sessions, which the search has not seen.
 *
 * @param tuneSessions older sessions, on which settings were tried
 * @param testSessions newer ones, on which the result is reported
 * @param testFrom time of the first of these, null where recordings have no times
 * @param tried how many settings
 * @param stopped whether the search was stopped before its end
 * @param seed of the choice among settings
 * @param maxEvidenceLoss that was allowed
 * @param tokens name of the counter
 * @param off unchanged
 * @param balanced the default
 * @param best what was found
 * @param spec of the found policy, as {@code --policy} takes it
 * @param settings that differ from the default, by option
 */
public record SweepReport(
        int tuneSessions,
        int testSessions,
        @Nullable Instant testFrom,
        int tried,
        boolean stopped,
        long seed,
        double maxEvidenceLoss,
        String tokens,
        ReplayTotals off,
        ReplayTotals balanced,
        ReplayTotals best,
        String spec,
        Map<String, Integer> settings,
        List<InputProblem> problems) {
    public SweepReport {
        settings = Map.copyOf(settings);
        problems = List.copyOf(problems);
    }

    /** Whether the found settings are worth having: cheaper on the unseen half than the default, within the bound. */
    public boolean isBetter() {
        return !settings.isEmpty()
                && best.charged() < balanced.charged()
                && best.evidenceLoss() <= Math.max(maxEvidenceLoss, balanced.evidenceLoss());
    }
}
