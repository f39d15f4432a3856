package io.ambit.bench.recorded;

import io.ambit.wire.logs.LogUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says about a message beside its content.
 *
 * @param at when it was written, null where not known
 * @param provider of the model that wrote it, "" where not known
 * @param model that wrote it, "" where not known
 * @param usage of the request that it answers, null where not known
 */
public record MessageFacts(
        @Nullable Instant at,
        String provider,
        String model,
        @Nullable LogUsage usage) {
    static final MessageFacts NONE = new MessageFacts(null, "", "", null);
}
