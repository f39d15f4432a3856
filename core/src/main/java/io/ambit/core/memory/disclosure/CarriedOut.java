package io.ambit.core.memory.disclosure;

import io.ambit.core.event.TopicChange;
import java.util.List;

/**
 * What was done because a threshold was crossed.
 *
 * @param figure that crossed it
 * @param changes what was changed about topics
 */
public record CarriedOut(Threshold threshold, double figure, List<TopicChange> changes) {
    public CarriedOut {
        changes = List.copyOf(changes);
    }
}
