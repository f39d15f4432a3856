package io.ambit.langchain4j;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ContextPolicy.SummaryRequest;
import io.ambit.core.context.Edit;
import io.ambit.core.context.Edits;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.ForwardedSize;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans one step after another of a conversation. What was decided stands from then on, so that the model server finds
 * the prefix of the request before. Thread-safe.
 */
final class Curation {

    private final ContextPolicy policy;
    private final TokenCounter tokens;
    private final int windowTokens;
    private final FailOpen plan;
    private final Summarizer summarizer;

    /** @param windowTokens what a request may have, 0 for no bound */
    Curation(ContextPolicy policy, TokenCounter tokens, int windowTokens) {
        this.policy = policy;
        this.tokens = tokens;
        this.windowTokens = windowTokens;
        plan = new FailOpen(policy);
        summarizer = new ExtractiveSummarizer(tokens);
    }

    /** What was decided up to a step, and the summaries that are ready for the next. */
    record State(Decisions decisions, List<Summary> summaries) {
        static final State START = new State(Decisions.none(), List.of());

        State {
            summaries = List.copyOf(summaries);
        }

        List<Edit> edits(Transcript transcript) {
            return Edits.of(transcript, decisions);
        }
    }

    boolean isLossy() {
        return policy.isLossy();
    }

    boolean isOff() {
        return policy.name().equals(OffPolicy.NAME);
    }

    int count(String text) {
        return tokens.count(text);
    }

    /**
     * Plans a step.
     *
     * @param retrievable whether the model can get back what is cut
     * @param otherTokens of the request beside its messages
     */
    State next(Transcript transcript, State earlier, boolean retrievable, int otherTokens) {
        Conditions conditions = conditions(earlier, retrievable, otherTokens);
        Decisions decisions =
                plan.plan(transcript, earlier.decisions(), conditions).decisions();
        List<SummaryRequest> due = policy.summariesDue(transcript, earlier.summaries(), conditions);
        if (due.isEmpty()) {
            return new State(decisions, earlier.summaries());
        }
        List<Summary> summaries = new ArrayList<>(earlier.summaries());
        for (SummaryRequest request : due) {
            String text = summarizer.summarize(request.snapshot(), request.from(), request.to(), request.maxTokens());
            summaries.add(
                    new Summary(request.from(), request.to(), request.snapshot().tip(), text));
        }
        return new State(decisions, summaries);
    }

    /** @throws AmbitException where it has more tokens than the window, and so must not be sent */
    void requireFits(Transcript transcript, State state, boolean retrievable, int otherTokens) {
        Conditions conditions = conditions(state, retrievable, otherTokens);
        int window = policy.window(conditions);
        int size = window == 0 ? 0 : ForwardedSize.of(transcript, state.decisions(), conditions);
        if (size > window) {
            throw new AmbitException("the conversation has " + size
                    + " tokens in its shortest form, expected at most the window's " + window
                    + (retrievable ? "" : "; nothing is cut where the model has no way to get it back"));
        }
    }

    private Conditions conditions(State state, boolean retrievable, int otherTokens) {
        return Conditions.typical(tokens)
                .withRetrieval(retrievable)
                .withSummaries(state.summaries())
                .withWindow(windowTokens, otherTokens);
    }
}
