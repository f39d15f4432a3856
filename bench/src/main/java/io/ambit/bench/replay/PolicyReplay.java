package io.ambit.bench.replay;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edits;
import io.ambit.core.economics.CacheTerms;
import io.ambit.core.economics.CountedText;
import io.ambit.core.economics.StepEvidence;
import io.ambit.core.economics.StepScore;
import io.ambit.core.economics.StepScorer;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one policy over one trajectory as the gateway would: step by step, each request read from bytes, planned on the
 * decisions of the steps before, and spliced to bytes again. A summary that falls due at a step is made beside it and
 * stands ready at the next one.
 */
final class PolicyReplay {
    private final WireCodec codec;
    private final ContextPolicy policy;
    private final Summarizer summarizer;
    private final TokenCounter tokens;
    private final @Nullable SavingTally savings;
    private final BooleanSupplier cancelled;

    /** @param savings hears of what each request saved; null where only the scores are wanted */
    PolicyReplay(
            WireCodec codec,
            ContextPolicy policy,
            Summarizer summarizer,
            TokenCounter tokens,
            @Nullable SavingTally savings,
            BooleanSupplier cancelled) {
        this.codec = codec;
        this.policy = policy;
        this.summarizer = summarizer;
        this.tokens = tokens;
        this.savings = savings;
        this.cancelled = cancelled;
    }

    /**
     * Replays {@code session}, giving each step to {@code out} in order.
     *
     * @throws ReplayCancelledException when asked to stop
     */
    void run(ScoredSession session, Consumer<ReplayedStep> out) {
        boolean withTool = policy.isLossy();
        int added = session.tools() + (withTool ? tokens.count(codec.retrieveTool()) : 0);
        CacheTerms cache = new CacheTerms(
                CacheTerms.USUAL.readPrice(),
                CacheTerms.USUAL.writePrice(),
                session.gaps().lifetime());
        if (savings != null) {
            savings.nextSession();
        }
        StepScorer scorer = new StepScorer(session.texts());
        RemovedCount removed = new RemovedCount();
        Decisions decisions = Decisions.none();
        List<Summary> summaries = new ArrayList<>();
        List<Integer> steps = session.steps();
        for (int step = 0; step < steps.size(); step++) {
            if (cancelled.getAsBoolean()) {
                throw new ReplayCancelledException();
            }
            int message = steps.get(step);
            byte[] body = session.bodies().first(message);
            Conditions now = Conditions.typical(tokens)
                    .withRetrieval(withTool)
                    .withSinceLastRequest(session.gaps().before().get(step))
                    .withWindow(0, added)
                    .withCache(cache)
                    .withSummaries(summaries);

            long start = System.nanoTime();
            WireRequest request = codec.parse(body);
            decisions = policy.plan(request.transcript(), decisions, now);
            byte[] sent = codec.splice(request, Rewrite.of(Edits.of(request.transcript(), decisions), withTool));
            long nanos = System.nanoTime() - start;

            List<ScoredMessages.ScoredMessage> forwarded = session.messages().ofBody(sent);
            List<CountedText> texts =
                    forwarded.stream().map(ScoredMessages.ScoredMessage::text).toList();
            StepEvidence evidence = session.evidence().get(step);
            StepScore score = scorer.next(evidence, session.rawBefore(message), texts, added);
            Removed lacking = Removed.NONE;
            List<LostIdentifier> lost = List.of();
            if (savings != null) {
                lacking = removed.in(request.transcript(), decisions);
                savings.add(request.transcript(), decisions);
                if (!score.lost().isEmpty()) {
                    lost = new LostDetails(session.trajectory().messages(), request.transcript(), decisions)
                            .of(message, score.lost());
                }
            }
            out.accept(new ReplayedStep(step, message, forwarded, added, score, lost, lacking, nanos));

            for (ContextPolicy.SummaryRequest due : policy.summariesDue(request.transcript(), summaries, now)) {
                summarize(due, summaries);
            }
        }
    }

    private void summarize(ContextPolicy.SummaryRequest due, List<Summary> summaries) {
        try {
            String text = summarizer.summarize(due.snapshot(), due.from(), due.to(), due.maxTokens());
            summaries.add(new Summary(due.from(), due.to(), due.snapshot().tip(), text));
        } catch (AmbitException e) {
            // As in the gateway: without the summary the next step goes on as it can.
        }
    }
}
