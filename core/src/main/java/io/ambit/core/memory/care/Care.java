package io.ambit.core.memory.care;

import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.Episode;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes care of a space's memory. {@link #plan} looks and changes nothing; {@link #apply} carries out a plan; {@link
 * #run} does both until nothing is left to do. A run after a run changes nothing. What a crash or a spent budget leaves
 * undone, the next run does.
 */
public final class Care {
    /** Where records that care has drawn come from, by their provenance. */
    public static final String SOURCE = "consolidation";

    /** What is drawn may be drawn from in turn: a pattern from episodes, a skill from the pattern. */
    private static final int ROUNDS = 6;

    private final MemoryStore store;
    private final Similarity similarity;
    private final CareSettings settings;

    public Care(MemoryStore store, Similarity similarity, CareSettings settings) {
        this.store = store;
        this.similarity = similarity;
        this.settings = settings;
    }

    /**
     * What was done.
     *
     * @param isWhole whether nothing was left to do
     */
    public record Report(List<CareStep> done, boolean isWhole) {
        public Report {
            done = List.copyOf(done);
        }
    }

    /** What would be done in the space as it is; what follows from that in turn is not in it. */
    public CarePlan plan(Space space, CareBudget budget, CareProgress progress) {
        Instant now = budget.clock().instant();
        SpaceView view = SpaceView.of(store, space);
        List<CareStep> steps = new ArrayList<>();
        EpisodeGroups groups = new EpisodeGroups(similarity, settings.similar());
        List<Entry<Episode>> episodes = view.all(Episode.class);
        for (int i = 0; i < episodes.size() && !budget.isOver(); i++) {
            groups.add(episodes.get(i));
            progress.at("episodes compared", i + 1, episodes.size());
        }
        if (!budget.isOver()) {
            steps.addAll(new PatternRules(view, settings).steps(groups.groups()));
            steps.addAll(new AntiPatternRules(view).steps());
            steps.addAll(new SkillRules(view, settings).steps());
            steps.addAll(new DuplicateRules(view, settings, similarity).steps(budget));
        }
        if (!budget.isOver()) {
            steps.addAll(new RetentionRules(view, settings, steps, now).steps());
        }
        // What was forgotten once is not drawn again.
        steps.removeIf(step -> step instanceof CareStep.Draw draw && store.isForgotten(space, SOURCE, draw.key()));
        return new CarePlan(steps, !budget.isOver());
    }

    /**
     * Carries a plan out, one step after the other, each durable before the next, until the budget is spent.
     *
     * @return the steps that were done
     */
    public List<CareStep> apply(Space space, CarePlan plan, CareBudget budget, CareProgress progress) {
        CareWriter writer = new CareWriter(store, space);
        List<CareStep> done = new ArrayList<>();
        List<CareStep> changes = plan.changes();
        for (CareStep step : changes) {
            if (budget.isSpent(done.size())) {
                break;
            }
            if (writer.write(step, budget.clock().instant())) {
                done.add(step);
            }
            progress.at("steps done", done.size(), changes.size());
        }
        return done;
    }

    /** Plans and carries out until nothing is left to do or the budget is spent. */
    public Report run(Space space, CareBudget budget, CareProgress progress) {
        List<CareStep> done = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            CarePlan plan = plan(space, budget, progress);
            CareBudget left = new CareBudget(budget.steps() - done.size(), budget.until(), budget.clock());
            List<CareStep> now = apply(space, plan, left, progress);
            done.addAll(now);
            if (now.isEmpty()) {
                plan.steps().stream()
                        .filter(step -> step instanceof CareStep.Review)
                        .forEach(done::add);
                return new Report(done, plan.isWhole() && plan.changes().isEmpty());
            }
        }
        return new Report(done, false);
    }
}
