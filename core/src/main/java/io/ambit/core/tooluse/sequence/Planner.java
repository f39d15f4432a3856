package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.habit.Effect;
import io.ambit.core.tooluse.habit.ToolTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a plan once, in order. Calls that may write, and such as watch for a change, stay where they are, each alone;
 * between two of them stands a stretch of reads, which may be dropped, joined and made at once, and which never leaves its
 * place between the two. A read with a value still open is made after the others of its stretch.
 */
final class Planner {
    private final ToolTraits traits;
    private final boolean hasOpenCalls;
    private final List<List<OptimizedCall>> steps = new ArrayList<>();
    private final List<PlanChange> changes = new ArrayList<>();
    /** Calls whose answer is there or will be, by what they ask, until something is written. */
    private final Map<String, Integer> read = new HashMap<>();
    /** The same of calls that depend on nothing but their arguments: no write makes them stale. */
    private final Map<String, Integer> computed = new HashMap<>();
    /** Which call answers a dropped one too. */
    private final Map<Integer, List<Integer>> answers = new HashMap<>();

    private List<OptimizedCall> stretch = new ArrayList<>();
    private List<OptimizedCall> open = new ArrayList<>();
    private final List<Integer> moved = new ArrayList<>();

    Planner(ToolTraits traits, boolean hasOpenCalls) {
        this.traits = traits;
        this.hasOpenCalls = hasOpenCalls;
    }

    void take(int position, PlannedCall planned) {
        Invocation call = planned.call();
        Effect effect = traits.effect(call);
        boolean isOpen = Placeholders.in(call);
        if (!effect.repeats() || !traits.isRepeatable(call)) {
            close();
            read.clear();
            if (!planned.made()) {
                steps.add(List.of(new OptimizedCall(call, List.of(position))));
            }
            return;
        }
        if (isOpen) {
            if (!planned.made()) {
                open.add(new OptimizedCall(call, List.of(position)));
            }
            return;
        }
        Map<String, Integer> known = effect == Effect.PURE ? computed : read;
        Integer before = known.putIfAbsent(call.canonical(), position);
        if (before == null) {
            if (!planned.made()) {
                if (!open.isEmpty()) {
                    moved.add(position);
                }
                stretch.add(new OptimizedCall(call, List.of(position)));
            }
        } else if (!planned.made()) {
            answers.computeIfAbsent(before, key -> new ArrayList<>()).add(position);
            changes.add(new PlanChange(
                    PlanChange.Kind.DROPPED,
                    List.of(position),
                    "call " + before + " asks the same, and nothing that may change the answer comes between"));
        }
    }

    /** Ends a stretch of reads. */
    void close() {
        ReadStretch joined = new ReadStretch(traits, stretch, changes);
        joined.hydrateOnce();
        if (!hasOpenCalls) {
            joined.batch();
        }
        List<OptimizedCall> together = joined.calls();
        if (!together.isEmpty()) {
            steps.add(together);
        }
        if (together.size() > 1) {
            changes.add(new PlanChange(
                    PlanChange.Kind.PARALLEL,
                    together.stream().map(each -> each.stands().get(0)).toList(),
                    "these only read, and none needs another's answer"));
        }
        if (!moved.isEmpty()) {
            changes.add(new PlanChange(
                    PlanChange.Kind.REORDERED,
                    moved,
                    "these only read and wait for no value, so that they need not come after calls that do"));
        }
        open.forEach(each -> steps.add(List.of(each)));
        stretch = new ArrayList<>();
        open = new ArrayList<>();
        moved.clear();
    }

    /** The steps, each call with all planned ones that it answers. */
    List<List<OptimizedCall>> steps() {
        List<List<OptimizedCall>> all = new ArrayList<>();
        for (List<OptimizedCall> step : steps) {
            all.add(step.stream().map(this::withAnswered).toList());
        }
        return all;
    }

    private OptimizedCall withAnswered(OptimizedCall call) {
        List<Integer> stands = new ArrayList<>(call.stands());
        call.stands().forEach(each -> stands.addAll(answers.getOrDefault(each, List.of())));
        return new OptimizedCall(call.call(), stands);
    }

    List<PlanChange> changes() {
        return changes;
    }
}
