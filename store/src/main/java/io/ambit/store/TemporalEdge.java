package io.ambit.store;

import io.ambit.core.record.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a record was stored, changed last, and shown in full last.
 *
 * @param accessedAt null for never
 */
public record TemporalEdge(
        RecordId record,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant accessedAt) {}
