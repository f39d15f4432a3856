package io.ambit.core.record;

import io.ambit.core.session.Space;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored record.
 *
 * @param createdAt when it was stored
 * @param state whether search sees it
 * @param uses how often it was shown in full
 * @param lastUsed when that was last; null for never
 */
public record MemoryRecord(
        RecordId id,
        Draft draft,
        Instant createdAt,
        State state,
        int uses,
        @Nullable Instant lastUsed) {

    public enum State {
        LIVE,
        /** Searched only when asked for; can be restored. */
        ARCHIVED,
        /** Gone but for its id and kind: a tombstone, which holds no content. Never read as a record. */
        FORGOTTEN
    }

    public Space space() {
        return draft.space();
    }

    public Content content() {
        return draft.content();
    }

    public RecordKind kind() {
        return content().kind();
    }

    public Provenance provenance() {
        return draft.provenance();
    }

    /** When what it tells of happened, or else when it was stored. */
    public Instant time() {
        Instant happened = draft.happenedAt();
        return happened == null ? createdAt : happened;
    }
}
