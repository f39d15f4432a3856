package io.ambit.core.routing.profile;

import java.util.List;

/**
 * A task with the answer that is wanted for such a task.
 *
 * @param tags words that it is found by, beside those of the task
 */
public record Example(String task, String answer, List<String> tags) {
    public Example {
        tags = List.copyOf(tags);
        if (task.isBlank() || answer.isBlank()) {
            throw new IllegalArgumentException("example without a task or an answer, expected both");
        }
    }
}
