package io.ambit.core.memory.task;

import io.ambit.core.error.InvalidInputException;
import java.util.Locale;

/** By which weights memory is searched. */
public enum Profile {
    /** Those of the detected task. */
    TASK_AWARE,
    SEMANTIC_HEAVY,
    EPISODIC_HEAVY,
    BALANCED;

    /** The weights for a task. */
    public MemoryWeights weights(TaskType task) {
        return switch (this) {
            case TASK_AWARE -> task.weights();
            case SEMANTIC_HEAVY -> new MemoryWeights(0.2, 0.7, 0.1, 0);
            case EPISODIC_HEAVY -> new MemoryWeights(0.7, 0.2, 0.1, 0);
            case BALANCED -> new MemoryWeights(1 / 3.0, 1 / 3.0, 1 / 3.0, 0);
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The profile of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static Profile ofLabel(String label) {
        for (Profile profile : values()) {
            if (profile.label().equals(label)) {
                return profile;
            }
        }
        throw new InvalidInputException(
                "profile '" + label + "', expected task-aware, semantic-heavy, episodic-heavy or balanced");
    }
}
