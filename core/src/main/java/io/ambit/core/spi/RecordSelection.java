package io.ambit.core.spi;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a space are meant.
 *
 * @param kinds none for all
 * @param states never {@link MemoryRecord.State#FORGOTTEN}
 * @param from earliest {@link MemoryRecord#time}, or null
 * @param to records before it, or null
 * @param session conversation of turns, or session of the provenance; null for any
 * @param source provenance source, or null for any
 * @param after records that come after this one in the order; null for the start
 * @param newestFirst by time, else by order of storage
 * @param limit at most so many
 */
public record RecordSelection(
        Set<RecordKind> kinds,
        Set<MemoryRecord.State> states,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String session,
        @Nullable String source,
        @Nullable RecordId after,
        boolean newestFirst,
        int limit) {
    /** Every live record, in the order of storage. */
    public static final RecordSelection LIVE = new RecordSelection(
            Set.of(), Set.of(MemoryRecord.State.LIVE), null, null, null, null, null, false, Integer.MAX_VALUE);

    public RecordSelection {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    public RecordSelection ofKinds(RecordKind... wanted) {
        return new RecordSelection(Set.of(wanted), states, from, to, session, source, after, newestFirst, limit);
    }

    public RecordSelection withArchived() {
        return new RecordSelection(
                kinds,
                Set.of(MemoryRecord.State.LIVE, MemoryRecord.State.ARCHIVED),
                from,
                to,
                session,
                source,
                after,
                newestFirst,
                limit);
    }

    public RecordSelection between(@Nullable Instant earliest, @Nullable Instant before) {
        return new RecordSelection(kinds, states, earliest, before, session, source, after, newestFirst, limit);
    }

    public RecordSelection ofSession(@Nullable String name) {
        return new RecordSelection(kinds, states, from, to, name, source, after, newestFirst, limit);
    }

    public RecordSelection ofSource(@Nullable String name) {
        return new RecordSelection(kinds, states, from, to, session, name, after, newestFirst, limit);
    }

    public RecordSelection after(@Nullable RecordId id) {
        return new RecordSelection(kinds, states, from, to, session, source, id, newestFirst, limit);
    }

    public RecordSelection newest(int most) {
        return new RecordSelection(kinds, states, from, to, session, source, after, true, most);
    }

    public RecordSelection atMost(int most) {
        return new RecordSelection(kinds, states, from, to, session, source, after, newestFirst, most);
    }
}
