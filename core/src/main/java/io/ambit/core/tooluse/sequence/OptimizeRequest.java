package io.ambit.core.tooluse.sequence;

import java.util.List;

/**
 * A plan to be made better.
 *
 * @param goal what it is for, in a person's words; "" for nothing said
 * @param planned the calls in the order in which they would be made
 */
public record OptimizeRequest(String goal, List<PlannedCall> planned) {
    public OptimizeRequest {
        planned = List.copyOf(planned);
    }
}
