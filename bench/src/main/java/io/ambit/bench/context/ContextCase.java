package io.ambit.bench.context;

import java.util.Set;

/**
 * Something that a context is wanted for, and what it needs.
 *
 * @param mode what the context is asked for by
 * @param subject id of the task or epic, or the question
 * @param needs keys of items and records, as {@link io.ambit.core.item.ItemId#key} makes them
 */
public record ContextCase(Mode mode, String subject, Set<String> needs) {
    public ContextCase {
        needs = Set.copyOf(needs);
    }

    public enum Mode {
        TASK,
        EPIC,
        QUERY
    }
}
