package io.ambit.core.memory.recall;

import io.ambit.core.record.RecordId;

/**
 * A record that was found and not shown, because the budget was used up.
 *
 * @param line its title, safe to show
 * @param tokens that it would have taken
 */
public record LeftOut(RecordId id, String line, int tokens) {}
