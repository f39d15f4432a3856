package io.ambit.wire.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of a log that is a tree: each names the one before it, and a turn that was taken back or tried again is a
 * branch that nothing goes on from.
 */
final class LogTree<N> {
    private final Map<String, N> byId = new HashMap<>();
    private final Function<N, String> parentOf;

    LogTree(List<N> nodes, Function<N, String> idOf, Function<N, String> parentOf) {
        this.parentOf = parentOf;
        nodes.forEach(node -> byId.put(idOf.apply(node), node));
    }

    @Nullable N get(String id) {
        return byId.get(id);
    }

    /** From the root, or from the first record whose parent is not in the log, to {@code leaf}. */
    List<N> branch(N leaf) {
        List<N> branch = new ArrayList<>();
        Set<N> seen = new HashSet<>(); // a damaged log may lead in a circle
        for (N node = leaf; node != null && seen.add(node); node = byId.get(parentOf.apply(node))) {
            branch.add(node);
        }
        Collections.reverse(branch);
        return branch;
    }
}
