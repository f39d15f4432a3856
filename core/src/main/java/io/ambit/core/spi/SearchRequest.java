package io.ambit.core.spi;

import io.ambit.core.record.RecordKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param text as it was asked
 * @param kinds none for all
 * @param archived whether archived records are searched too
 * @param from earliest time of a record, or null
 * @param to records before it, or null
 * @param limit most records to return
 */
public record SearchRequest(
        String text,
        Set<RecordKind> kinds,
        boolean archived,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    public SearchRequest {
        kinds = Set.copyOf(kinds);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + ", expected 1 or more");
        }
    }

    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(text, Set.of(), false, null, null, limit);
    }

    public SearchRequest ofKinds(Set<RecordKind> wanted) {
        return new SearchRequest(text, wanted, archived, from, to, limit);
    }

    public SearchRequest withArchived(boolean wanted) {
        return new SearchRequest(text, kinds, wanted, from, to, limit);
    }

    public SearchRequest between(@Nullable Instant earliest, @Nullable Instant before) {
        return new SearchRequest(text, kinds, archived, earliest, before, limit);
    }
}
