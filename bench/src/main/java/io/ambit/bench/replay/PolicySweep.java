package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.bench.recorded.TrajectorySink;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.WireCodec;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Searches settings of {@code custom} on a person's own sessions. The older half of them is searched, the newer half
 * tells how good the result is: so what is reported was not fitted.
 *
 * <p>Successive halving (Jamieson and Talwalkar 2016): many settings on a quarter of the sessions, the better third of
 * them on half, the best on all; then settings near the best. The objective is the charged cost, among settings whose
 * evidence loss stays within a bound. Made for one run; used by one thread.
 */
public final class PolicySweep implements TrajectorySink {
    /** Halves of fewer say nothing. */
    public static final int FEWEST = 8;

    private static final int KEEP = 3;
    private static final int NEIGHBOURS = 8;

    private final SweepSettings settings;
    private final Supplier<WireCodec> codecs;
    private final ReplayProgress progress;
    private final BooleanSupplier cancelled;
    private final List<Trajectory> sessions = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private int tried;
    private int planned;
    private boolean halved;
    private Map<String, Integer> best = Map.of();

    /** Settings and what they cost on some sessions. */
    private record Scored(Map<String, Integer> settings, ReplayTotals totals) {}

    /** @param cancelled asked before each step: the search then ends with the best so far */
    public PolicySweep(
            SweepSettings settings, Supplier<WireCodec> codecs, ReplayProgress progress, BooleanSupplier cancelled) {
        this.settings = settings;
        this.codecs = codecs;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /**
     * Searches.
     *
     * @throws AmbitException where there are too few sessions to tell anything
     */
    public SweepReport run(InputStream stdin) {
        for (RecordedInput input : settings.inputs()) {
            input.read(stdin, UnaryOperator.identity(), this);
        }
        if (sessions.size() < FEWEST) {
            throw new AmbitException("a search needs at least " + FEWEST + " sessions, one half to tune on and one to "
                    + "test on, and found " + sessions.size() + ": give more, or use the policy balanced as it is");
        }
        sessions.sort(
                Comparator.comparing(PolicySweep::lastUsed, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
        List<Trajectory> tune = List.copyOf(sessions.subList(0, sessions.size() / 2));
        List<Trajectory> test = List.copyOf(sessions.subList(sessions.size() / 2, sessions.size()));
        boolean stopped = false;
        try {
            search(tune);
        } catch (ReplayCancelledException e) {
            stopped = true;
        }
        progress.at(tried, 1);
        String spec = SweepCandidates.spec(best);
        return new SweepReport(
                tune.size(),
                test.size(),
                lastUsed(test.get(0)),
                tried,
                stopped,
                settings.seed(),
                settings.maxEvidenceLoss(),
                settings.tokens().name(),
                result("off", test),
                result("balanced", test),
                result(spec, test),
                spec,
                best,
                problems);
    }

    @Override
    public void trajectory(Trajectory trajectory) {
        if (!trajectory.steps().isEmpty()) {
            sessions.add(trajectory);
        }
    }

    @Override
    public void problem(InputProblem problem) {
        problems.add(problem);
    }

    private void search(List<Trajectory> tune) {
        SweepCandidates candidates = new SweepCandidates(settings.seed());
        List<Map<String, Integer>> field = new ArrayList<>(candidates.any(settings.candidates()));
        field.add(0, Map.of());
        planned = field.size() + field.size() / KEEP + KEEP + 1 + NEIGHBOURS;
        List<Map<String, Integer>> third = ranked(field, every(tune, 4), Math.max(KEEP, field.size() / KEEP));
        List<Map<String, Integer>> few = ranked(third, every(tune, 2), KEEP);
        if (!few.contains(Map.<String, Integer>of())) {
            few.add(Map.of()); // the default has to be beaten on all sessions
        }
        Scored winner = best(few, tune, null);
        best(candidates.near(winner.settings(), NEIGHBOURS), tune, winner);
    }

    /** The first {@code keep} of these settings by what they cost on some sessions. */
    private List<Map<String, Integer>> ranked(List<Map<String, Integer>> field, List<Trajectory> on, int keep) {
        List<Scored> scored = new ArrayList<>();
        for (Map<String, Integer> candidate : field) {
            scored.add(tried(candidate, on));
            if (!halved) {
                // Nothing better is known yet, should the search be stopped.
                best = scored.stream().min(this::compare).orElseThrow().settings();
            }
        }
        halved = true;
        scored.sort(this::compare);
        best = scored.get(0).settings();
        return new ArrayList<>(scored.stream().limit(keep).map(Scored::settings).toList());
    }

    private Scored best(List<Map<String, Integer>> field, List<Trajectory> on, @Nullable Scored soFar) {
        Scored winner = soFar;
        for (Map<String, Integer> candidate : field) {
            Scored scored = tried(candidate, on);
            if (winner == null || compare(scored, winner) < 0) {
                winner = scored;
                best = scored.settings();
            }
        }
        return winner == null ? tried(Map.of(), on) : winner;
    }

    /** Within the bound before beyond it, cheaper before dearer; beyond it, less lost before more. */
    private int compare(Scored a, Scored b) {
        double limit = settings.maxEvidenceLoss();
        boolean within = a.totals().evidenceLoss() <= limit;
        if (within != (b.totals().evidenceLoss() <= limit)) {
            return within ? -1 : 1;
        }
        return within
                ? Double.compare(a.totals().charged(), b.totals().charged())
                : Double.compare(a.totals().evidenceLoss(), b.totals().evidenceLoss());
    }

    private Scored tried(Map<String, Integer> candidate, List<Trajectory> on) {
        progress.at(tried, Math.min(0.99, (double) tried / Math.max(1, planned)));
        Scored scored = new Scored(
                candidate,
                totals(Policies.parse(SweepCandidates.spec(candidate)), on, new Chars4TokenCounter(), cancelled));
        tried++;
        return scored;
    }

    private ReplayTotals result(String spec, List<Trajectory> test) {
        return totals(Policies.parse(spec), test, settings.tokens(), () -> false);
    }

    private ReplayTotals totals(ContextPolicy policy, List<Trajectory> on, TokenCounter tokens, BooleanSupplier stop) {
        ReplayTotals[] sum = {ReplayTotals.NONE};
        for (Trajectory trajectory : on) {
            // Sized anew each time: what one policy forwarded must not fill the memory of the next.
            ScoredSession session = ScoredSession.of(trajectory, tokens);
            new PolicyReplay(codecs.get(), policy, new ExtractiveSummarizer(tokens), tokens, null, stop)
                    .run(session, step -> sum[0] = sum[0].plus(step.score()));
        }
        return sum[0];
    }

    private static List<Trajectory> every(List<Trajectory> sessions, int nth) {
        List<Trajectory> some = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i += nth) {
            some.add(sessions.get(i));
        }
        return some;
    }

    private static @Nullable Instant lastUsed(Trajectory trajectory) {
        for (int m = trajectory.messages().size() - 1; m >= 0; m--) {
            Instant at = trajectory.factsOf(m).at();
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    /** The report as an object of maps, lists, texts and numbers. */
    public static Map<String, Object> json(SweepReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tokens", report.tokens());
        object.put("tuneSessions", report.tuneSessions());
        object.put("testSessions", report.testSessions());
        object.put(
                "testFrom", report.testFrom() == null ? null : report.testFrom().toString());
        object.put("tried", report.tried());
        object.put("stopped", report.stopped());
        object.put("seed", report.seed());
        object.put("maxEvidenceLoss", report.maxEvidenceLoss());
        object.put("isBetter", report.isBetter());
        object.put("policy", report.spec());
        object.put("settings", report.settings());
        object.put("off", scores(report.off(), report.off()));
        object.put("balanced", scores(report.balanced(), report.off()));
        object.put("best", scores(report.best(), report.off()));
        object.put("skipped", report.problems().size());
        return object;
    }

    private static Map<String, Object> scores(ReplayTotals totals, ReplayTotals off) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("steps", totals.steps());
        object.put("pricedRatio", ReplayJson.rounded(ReplayReport.ratio(totals.priced(), off.priced())));
        object.put("chargedRatio", ReplayJson.rounded(ReplayReport.ratio(totals.charged(), off.charged())));
        object.put("evidenceLoss", ReplayJson.rounded(totals.evidenceLoss()));
        object.put("textLoss", ReplayJson.rounded(totals.textLoss()));
        return object;
    }
}
