package io.ambit.core.spi;

import io.ambit.core.record.Fact;
import io.ambit.core.record.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was known from {@code createdAt} until before {@code expiredAt} (Snodgrass's bi-temporal model: the
 * fact's own interval is of the world, this one of the database).
 *
 * @param expiredAt null while it is what is known
 */
public record FactVersion(
        RecordId id,
        Fact fact,
        double confidence,
        Instant createdAt,
        @Nullable Instant expiredAt) {}
