package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import java.util.List;

/**
 * A call that is left to make.
 *
 * @param stands positions of the planned calls that it answers, from 0, its own first
 */
public record OptimizedCall(Invocation call, List<Integer> stands) {
    public OptimizedCall {
        stands = List.copyOf(stands);
    }
}
