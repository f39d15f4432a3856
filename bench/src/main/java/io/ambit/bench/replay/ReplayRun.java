package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.bench.recorded.TrajectoryReader;
import io.ambit.bench.recorded.TrajectorySink;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.economics.Prices;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.core.economics.StepScore;
import io.ambit.core.economics.StepScorer;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Summarizer;
import io.ambit.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Replays recorded sessions under each policy, one session at a time, and reports what each saved and lost. Made for
 * one run; used by one thread.
 */
public final class ReplayRun implements TrajectorySink {
    private final ReplaySettings settings;
    private final Supplier<WireCodec> codecs;
    private final Summarizer summarizer;
    private final ReplayProgress progress;
    private final BooleanSupplier cancelled;

    private final Map<String, PolicyTally> tallies = new LinkedHashMap<>();
    private final Map<String, ForwardedDump> dumps = new LinkedHashMap<>();
    private final OutputTally outputs = new OutputTally();
    private final List<InputProblem> problems = new ArrayList<>();
    private ReplayTotals raw = ReplayTotals.NONE;
    private ReplayTotals rawLong = ReplayTotals.NONE;
    private int trajectories;
    private int longTrajectories;
    private Timed timed = Timed.NONE;
    private final MoneyTally money = new MoneyTally();
    private final RecordingTally recordings = new RecordingTally();
    private InputMeter meter;

    /**
     * @param codecs makes a codec for one policy's run over one trajectory: what one remembers must not help another
     * @param summarizer makes the summaries that policies ask for
     * @param cancelled asked before each step
     */
    public ReplayRun(
            ReplaySettings settings,
            Supplier<WireCodec> codecs,
            Summarizer summarizer,
            ReplayProgress progress,
            BooleanSupplier cancelled) {
        this.settings = settings;
        this.codecs = codecs;
        this.summarizer = summarizer;
        this.progress = progress;
        this.meter = new InputMeter(progress, 0);
        this.cancelled = cancelled;
    }

    /**
     * Runs, and writes the dumps where they are wanted.
     *
     * @param stdin read where the paths name it
     * @throws AmbitException where there is nothing to replay, or a dump cannot be written
     * @throws ReplayCancelledException when asked to stop; no file is written then
     */
    public ReplayReport run(InputStream stdin) {
        try {
            openDumps();
            List<RecordedInput> inputs = settings.inputs();
            meter = new InputMeter(
                    progress, inputs.stream().mapToLong(RecordedInput::bytes).sum());
            for (RecordedInput input : inputs) {
                input.read(stdin, meter::counted, this);
            }
            if (trajectories == 0) {
                throw new AmbitException("nothing to replay" + names() + ": " + why());
            }
            for (ForwardedDump dump : dumps.values()) {
                dump.commit();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AmbitException("cannot write to " + settings.dump() + ": " + e.getMessage(), e);
        } finally {
            closeDumps();
        }
        List<PolicyReport> reports = new ArrayList<>();
        tallies.forEach((name, tally) -> reports.add(tally.report(name)));
        return new ReplayReport(
                settings.tokens().name(),
                trajectories,
                longTrajectories,
                raw,
                rawLong,
                reports,
                outputs.tools(),
                outputs.largest(),
                problems,
                timed,
                money.sum(),
                recordings.sum());
    }

    @Override
    public void trajectory(Trajectory trajectory) {
        ScoredSession session = ScoredSession.of(trajectory, settings.tokens());
        try {
            codecs.get().parse(session.bodies().first(trajectory.messages().size()));
        } catch (AmbitException e) {
            problem(new InputProblem(trajectory.file(), trajectory.line(), String.valueOf(e.getMessage())));
            return;
        }
        if (session.steps().isEmpty()) {
            return; // nothing was asked of a model
        }
        boolean isLong = session.steps().size() >= ReplayReport.LONG;
        List<StepScore> unchanged = unchanged(session);
        unchanged.forEach(score -> raw = raw.plus(score));
        if (isLong) {
            unchanged.forEach(score -> rawLong = rawLong.plus(score));
            longTrajectories++;
        }
        SessionBill bill = new SessionBill(trajectory, unchanged, session.gaps(), settings.prices());
        timed = timed.plus(timed(session.gaps(), unchanged));
        money.add(bill);
        recordings.add(trajectory.facts());
        outputs.add(session);
        int policies = 0;
        for (Map.Entry<String, ContextPolicy> policy : settings.policies().entrySet()) {
            replay(session, policy.getKey(), policy.getValue(), isLong, bill);
            policies++;
            meter.report(trajectories, (double) policies / (settings.policies().size() + 1));
        }
        trajectories++;
        meter.report(trajectories, 1);
    }

    private void replay(ScoredSession session, String name, ContextPolicy policy, boolean isLong, SessionBill bill) {
        Trajectory trajectory = session.trajectory();
        PolicyTally tally = tallies.computeIfAbsent(name, key -> new PolicyTally(settings.tokens()));
        ForwardedDump dump = dumps.get(name);
        List<StepScore> scores = new ArrayList<>();
        new PolicyReplay(codecs.get(), policy, summarizer, settings.tokens(), tally.savings(), cancelled)
                .run(session, step -> {
                    scores.add(step.score());
                    tally.add(trajectory, isLong, step);
                    if (dump != null) {
                        dump.step(trajectory.id(), step);
                    }
                });
        tally.endSession(timed(session.gaps(), scores), bill.after(scores));
    }

    /** The priced cost with what pauses do to the provider's cache. */
    private static Timed timed(RequestGaps gaps, List<StepScore> scores) {
        if (!gaps.isKnown()) {
            return Timed.NONE;
        }
        double priced = 0;
        for (int step = 0; step < scores.size(); step++) {
            StepScore score = scores.get(step);
            priced += Prices.USUAL.of(score.sent(), gaps.isExpired(step) ? 0 : score.cached());
        }
        return new Timed(1, scores.size(), gaps.expiries(), priced);
    }

    @Override
    public void skipped(String agent, Map<String, Long> byType) {
        recordings.skipped(agent, byType);
    }

    @Override
    public void problem(InputProblem problem) {
        problems.add(problem);
    }

    private String why() {
        if (problems.isEmpty()) {
            return "no file of recorded sessions there, expected " + TrajectoryReader.EXPECTED;
        }
        String first = problems.get(0).toString();
        return (problems.size() > 1 ? problems.size() + " problems, the first: " : "")
                + (first.contains(TrajectoryReader.EXPECTED)
                        ? first
                        : first + "; expected " + TrajectoryReader.EXPECTED);
    }

    private static List<StepScore> unchanged(ScoredSession session) {
        StepScorer scorer = new StepScorer(session.texts());
        List<StepScore> scores = new ArrayList<>();
        for (int step = 0; step < session.steps().size(); step++) {
            var messages = session.rawBefore(session.steps().get(step));
            scores.add(scorer.next(session.evidence().get(step), messages, messages, session.tools()));
        }
        return scores;
    }

    private String names() {
        return settings.inputs().isEmpty()
                ? ""
                : settings.inputs().stream().map(RecordedInput::name).collect(Collectors.joining(", ", " in ", ""));
    }

    private void openDumps() throws IOException {
        if (settings.dump() != null) {
            for (String policy : settings.policies().keySet()) {
                dumps.put(policy, new ForwardedDump(settings.dump(), policy));
            }
        }
    }

    private void closeDumps() {
        for (ForwardedDump dump : dumps.values()) {
            try {
                dump.close();
            } catch (IOException e) {
                // The file was written or given up; what is left is a temporary one.
            }
        }
    }
}
