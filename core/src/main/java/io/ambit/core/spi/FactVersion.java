package io.ambit.core.spi;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Fact;
import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.Map;
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
