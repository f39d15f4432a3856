package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.habit.BatchCall;
import io.ambit.core.tooluse.habit.Hydration;
import io.ambit.core.tooluse.habit.ToolTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads with nothing written between them, joined where one call gives what several would. */
final class ReadStretch {
    private final ToolTraits traits;
    private final List<PlanChange> changes;
    private List<OptimizedCall> calls;

    ReadStretch(ToolTraits traits, List<OptimizedCall> calls, List<PlanChange> changes) {
        this.traits = traits;
        this.calls = new ArrayList<>(calls);
        this.changes = changes;
    }

    List<OptimizedCall> calls() {
        return calls;
    }

    /** An item read both plainly and with its references is read once, with them. */
    void hydrateOnce() {
        List<OptimizedCall> left = new ArrayList<>(calls);
        for (OptimizedCall plain : calls) {
            for (int i = 0; i < left.size(); i++) {
                OptimizedCall full = left.get(i);
                if (!full.equals(plain) && left.contains(plain) && Hydration.covers(full.call(), plain.call())) {
                    List<Integer> stands = new ArrayList<>(full.stands());
                    stands.addAll(plain.stands());
                    left.set(i, new OptimizedCall(full.call(), stands));
                    left.remove(plain);
                    changes.add(new PlanChange(
                            PlanChange.Kind.HYDRATED,
                            plain.stands(),
                            "call " + full.stands().get(0)
                                    + " reads the same with its references, which holds all of it"));
                    break;
                }
            }
        }
        calls = left;
    }

    /** Calls that differ in one value become one that takes a list of them, where a tool does. */
    void batch() {
        for (boolean again = true; again; ) {
            again = false;
            for (List<OptimizedCall> alike : groups()) {
                List<Invocation> singles =
                        alike.stream().map(OptimizedCall::call).toList();
                Optional<BatchCall> batch = BatchCall.of(singles, traits);
                if (batch.isPresent()) {
                    join(alike, batch.get());
                    again = true;
                    break;
                }
            }
        }
    }

    private void join(List<OptimizedCall> alike, BatchCall batch) {
        List<Integer> stands = new ArrayList<>();
        alike.forEach(each -> stands.addAll(each.stands()));
        List<OptimizedCall> left = new ArrayList<>();
        for (OptimizedCall call : calls) {
            if (call.equals(alike.get(0))) {
                left.add(new OptimizedCall(batch.call(), stands));
            } else if (!alike.contains(call)) {
                left.add(call);
            }
        }
        calls = left;
        changes.add(new PlanChange(
                PlanChange.Kind.BATCHED,
                stands,
                batch.call().tool() + " takes a list of what these give one by one for " + batch.parameter()));
    }

    /** Calls of one tool that are the same but for one argument, by each argument that it may be; at least two. */
    private List<List<OptimizedCall>> groups() {
        Map<String, List<OptimizedCall>> groups = new LinkedHashMap<>();
        for (OptimizedCall call : calls) {
            Set<String> names = new LinkedHashSet<>(call.call().arguments().keySet());
            for (String name : names) {
                Map<String, Object> rest = new LinkedHashMap<>(call.call().arguments());
                rest.remove(name);
                String key = name + ' ' + new Invocation(call.call().tool(), rest).canonical();
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(call);
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
