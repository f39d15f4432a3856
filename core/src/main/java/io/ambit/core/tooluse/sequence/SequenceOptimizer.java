package io.ambit.core.tooluse.sequence;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.habit.TokenSize;
import io.ambit.core.tooluse.habit.ToolTraits;
import java.util.Collection;
import java.util.List;

/**
 * Makes a plan of calls cheaper without changing what it does: every write stays, in its order; every value that a read of
 * the plan would give is given by a call that stands in the same place between the writes. Where the effect of a tool is not
 * known, it counts as a write.
 */
public final class SequenceOptimizer {
    private final ToolTraits traits;
    private final SimilarSessions sessions;

    private SequenceOptimizer(ToolTraits traits, SimilarSessions sessions) {
        this.traits = traits;
        this.sessions = sessions;
    }

    /**
     * Prepares what advice rests on.
     *
     * @param sessions recorded ones, newest first
     */
    public static SequenceOptimizer of(Collection<ToolDefinition> tools, Collection<SessionCalls> sessions) {
        return new SequenceOptimizer(ToolTraits.learn(tools, sessions), new SimilarSessions(List.copyOf(sessions)));
    }

    /** The plan, made better where it can be. */
    public OptimizedPlan optimize(OptimizeRequest request) {
        List<PlannedCall> planned = request.planned();
        boolean hasOpenCalls = planned.stream().anyMatch(each -> Placeholders.in(each.call()));
        Planner planner = new Planner(traits, hasOpenCalls);
        for (int i = 0; i < planned.size(); i++) {
            planner.take(i, planned.get(i));
        }
        planner.close();
        List<List<OptimizedCall>> steps = planner.steps();
        int before = (int) planned.stream().filter(each -> !each.made()).count();
        int after = steps.stream().mapToInt(List::size).sum();
        return new OptimizedPlan(
                steps,
                planner.changes(),
                new StepAdviser(traits, sessions).advise(request),
                before - after,
                before - steps.size(),
                savedTokens(planned, planner.changes()));
    }

    /** A dropped call saves all that such calls take; one that is joined with others saves its own words. */
    private int savedTokens(List<PlannedCall> planned, List<PlanChange> changes) {
        int saved = 0;
        for (PlanChange change : changes) {
            switch (change.kind()) {
                case DROPPED, HYDRATED -> {
                    for (int position : change.positions()) {
                        saved +=
                                traits.medianTokens(planned.get(position).call().tool());
                    }
                }
                case BATCHED -> {
                    for (int position :
                            change.positions().subList(1, change.positions().size())) {
                        saved += words(planned.get(position).call());
                    }
                }
                case REORDERED, PARALLEL -> {}
            }
        }
        return saved;
    }

    private static int words(Invocation call) {
        return TokenSize.of(call.tool()) + TokenSize.of(JsonTree.write(call.arguments()));
    }
}
