package io.ambit.core.tool;

import io.ambit.core.session.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * What a session's calls came to, without any text of it: it may be kept longer than the session.
 *
 * @param at its last request
 * @param steps how many it had when it was counted
 * @param rules which rules it was counted by; one of older rules is to be counted again
 * @param tokens that its requests sent to a model, in all
 * @param items what was called for whom; none where nothing was asked or called
 */
public record SessionTally(
        SessionId session, Instant at, int steps, int rules, long tokens, List<ItemTally> items, List<Waste> wastes) {
    public SessionTally {
        items = List.copyOf(items);
        wastes = List.copyOf(wastes);
    }

    /** How often a person asked. */
    public int goals() {
        return items.stream().mapToInt(ItemTally::goals).sum();
    }

    public CallCount total() {
        return items.stream().map(ItemTally::total).reduce(CallCount.NONE, CallCount::plus);
    }
}
