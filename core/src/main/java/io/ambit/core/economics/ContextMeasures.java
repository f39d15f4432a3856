package io.ambit.core.economics;

import io.ambit.core.message.Part;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a session's context was used, from its record alone. An iteration is a step: one request of the client with its
 * answer, hidden rounds included.
 *
 * @param iterations steps that ended with an answer
 * @param tokensPerIteration mean over iterations of all tokens that went to the upstream and came back
 * @param averageContext mean over iterations of the tokens of the context that was built
 * @param tokensOver16 most tokens of contexts in any 16 iterations in a row, or in all where there are fewer
 * @param toolCalls calls that the model made, retrievals included
 * @param retrievals calls of {@code context_retrieve}
 * @param dedupHits tool outputs that were sent as a pointer to an equal one
 * @param summaries that were made
 * @param summaryFailures that could not be made
 */
public record ContextMeasures(
        int iterations,
        double tokensPerIteration,
        double averageContext,
        long tokensOver16,
        long toolCalls,
        long retrievals,
        long dedupHits,
        long summaries,
        long summaryFailures) {
    public static final int ITERATIONS_WATCHED = 16;
    public static final long MAX_TOKENS_OVER_16 = 80_000;
    public static final double MAX_RETRIEVE_SHARE = 0.10;
    public static final double MAX_SUMMARY_FAILURE_SHARE = 0.01;
    /** Below it a session meets the target; above it nothing is wrong yet. */
    public static final long TARGET_CONTEXT = 5_000;

    /** The measures of one session. */
    public static ContextMeasures of(SessionRecord session, List<StepRecord> steps) {
        List<Long> contexts = new ArrayList<>();
        long tokens = 0;
        long toolCalls = 0;
        long retrievals = 0;
        long dedupHits = 0;
        for (StepRecord step : steps) {
            dedupHits += step.decided().getOrDefault("point", 0);
            StepEnd end = step.end();
            if (end == null) {
                continue;
            }
            retrievals += end.retrievals();
            toolCalls += end.retrievals() + calls(end);
            long context = context(end);
            if (context > 0) {
                contexts.add(context);
                tokens += spent(end, context);
            }
        }
        int iterations = contexts.size();
        long sum = contexts.stream().mapToLong(Long::longValue).sum();
        return new ContextMeasures(
                iterations,
                iterations == 0 ? 0 : (double) tokens / iterations,
                iterations == 0 ? 0 : (double) sum / iterations,
                highestWindow(contexts),
                toolCalls,
                retrievals,
                dedupHits,
                session.summaries(),
                session.summaryFailures());
    }

    /** Share of tool calls that asked for what had been cut, 0 where there were no calls. */
    public double retrieveShare() {
        return share(retrievals, toolCalls);
    }

    /** Share of the client's own tool calls whose output had been seen before, 0 where there were none. */
    public double dedupHitRate() {
        return share(dedupHits, toolCalls - retrievals);
    }

    /** Share of summaries that could not be made, 0 where none was due. */
    public double summaryFailureShare() {
        return share(summaryFailures, summaries + summaryFailures);
    }

    /** What is out of bounds, in words; empty where nothing is. */
    public List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        if (tokensOver16 > MAX_TOKENS_OVER_16) {
            alerts.add(new Alert(
                    "tokens",
                    "%d tokens over %d iterations, expected at most %d"
                            .formatted(tokensOver16, Math.min(iterations, ITERATIONS_WATCHED), MAX_TOKENS_OVER_16)));
        }
        if (retrieveShare() > MAX_RETRIEVE_SHARE) {
            alerts.add(new Alert("retrieve", percent("context_retrieve in", retrieveShare(), MAX_RETRIEVE_SHARE)));
        }
        if (summaryFailureShare() > MAX_SUMMARY_FAILURE_SHARE) {
            alerts.add(new Alert(
                    "summaries", percent("summaries failed:", summaryFailureShare(), MAX_SUMMARY_FAILURE_SHARE)));
        }
        return alerts;
    }

    /**
     * A measure out of its bounds.
     *
     * @param name short and fixed: tokens, retrieve, summaries
     * @param text what was measured and what was expected
     */
    public record Alert(String name, String text) {}

    private static String percent(String what, double share, double expected) {
        return String.format(Locale.ROOT, "%s %.1f %%, expected at most %.0f %%", what, share * 100, expected * 100);
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 0 : (double) part / whole;
    }

    private static long calls(StepEnd end) {
        return end.reply() == null
                ? 0
                : end.reply().parts().stream()
                        .filter(Part.ToolCall.class::isInstance)
                        .count();
    }

    /** By Ambit's own count, which every step has once it is counted; else as the upstream reported it. */
    private static long context(StepEnd end) {
        if (end.tokensOut() > 0 || end.rounds().isEmpty()) {
            return end.tokensOut();
        }
        return Math.max(0, end.rounds().get(end.rounds().size() - 1).input());
    }

    private static long spent(StepEnd end, long context) {
        if (end.rounds().isEmpty()) {
            return context;
        }
        long tokens = 0;
        for (Usage round : end.rounds()) {
            tokens += (round.input() < 0 ? context : round.input()) + Math.max(0, round.output());
        }
        return tokens;
    }

    private static long highestWindow(List<Long> contexts) {
        long highest = 0;
        long sum = 0;
        for (int i = 0; i < contexts.size(); i++) {
            sum += contexts.get(i) - (i >= ITERATIONS_WATCHED ? contexts.get(i - ITERATIONS_WATCHED) : 0);
            highest = Math.max(highest, sum);
        }
        return highest;
    }
}
