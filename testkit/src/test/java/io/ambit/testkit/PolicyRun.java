package io.ambit.testkit;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A conversation planned step by step, as a gateway would; a summary is ready one step after it is due. */
record PolicyRun(ContextPolicy policy, TokenCounter tokens, boolean canRetrieve) {

    /** Gives each step to {@code check}, with what was forwarded at the step before. */
    void each(Transcript whole, BiConsumer<ContextLaws.Step, List<Forwarded>> check) {
        Decisions earlier = Decisions.none();
        List<Forwarded> before = List.of();
        List<Summary> summaries = new ArrayList<>();
        ExtractiveSummarizer summarizer = new ExtractiveSummarizer(tokens);
        for (Transcript soFar : Transcripts.byStep(whole)) {
            Conditions conditions =
                    Conditions.typical(tokens).withSummaries(summaries).withRetrieval(canRetrieve);
            Decisions decisions = policy.plan(soFar, earlier, conditions);
            ContextLaws.Step step = new ContextLaws.Step(soFar, earlier, decisions, conditions);
            check.accept(step, before);
            earlier = decisions;
            before = step.forwarded();
            for (ContextPolicy.SummaryRequest due : policy.summariesDue(soFar, summaries, conditions)) {
                summaries.add(new Summary(
                        due.from(),
                        due.to(),
                        due.snapshot().tip(),
                        summarizer.summarize(due.snapshot(), due.from(), due.to(), 60)));
            }
        }
    }
}
