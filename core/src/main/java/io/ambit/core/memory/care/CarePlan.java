package io.ambit.core.memory.care;

import java.util.List;

/**
 * What care would do in a space as it is now.
 *
 * @param isWhole whether all was looked at within the budget
 */
public record CarePlan(List<CareStep> steps, boolean isWhole) {
    public CarePlan {
        steps = List.copyOf(steps);
    }

    /** Without what only names records. */
    public List<CareStep> changes() {
        return steps.stream().filter(step -> !(step instanceof CareStep.Review)).toList();
    }
}
