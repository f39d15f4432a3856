package io.ambit.wire.memory;

import io.ambit.core.record.LinkType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link between two records of one space, whose ids are known when they are stored.
 *
 * @param at when it was made; null for now
 */
public record PlannedLink(
        RecordPlace from,
        LinkType type,
        RecordPlace to,
        String author,
        @Nullable Instant at) {

    /** One that comes of the import. */
    static PlannedLink imported(RecordPlace from, LinkType type, RecordPlace to) {
        return new PlannedLink(from, type, to, "import", null);
    }
}
