package io.ambit.bench.fuzz;

import io.ambit.core.text.JsonTree;
import java.util.Map;

/**
 * A case that did not end as it should.
 *
 * @param seed brings it back: {@code ambit bench fuzz --format FORMAT --seed SEED --cases 1}
 * @param what went wrong
 */
public record FuzzFailure(long seed, String what) {
    Map<String, Object> toJson() {
        return JsonTree.object("seed", seed, "what", what);
    }
}
