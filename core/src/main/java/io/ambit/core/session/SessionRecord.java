package io.ambit.core.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session in a list.
 *
 * @param clientSession what the client calls it, null where it does not say
 * @param branches how often its history was left and taken up from an earlier place, 1 for a straight session
 * @param summaries how many were made
 * @param summaryFailures how many could not be made
 */
public record SessionRecord(
        Space space,
        SessionId id,
        @Nullable String clientSession,
        String client,
        String model,
        Instant started,
        Instant lastRequest,
        int steps,
        int branches,
        int messages,
        long summaries,
        long summaryFailures) {}
