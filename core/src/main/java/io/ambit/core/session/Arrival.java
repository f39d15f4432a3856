package io.ambit.core.session;

import io.ambit.core.message.Transcript;
import io.ambit.core.text.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, before anything was decided.
 *
 * @param clientSession what the client calls its session, or null where it does not say
 * @param previousReply id of the reply that it goes on from without sending its history, null where it sends that
 * @param body hash of the request body, which tells a retry from a new step
 * @param client who asks (the user agent), "" where unknown
 */
public record Arrival(
        Space space,
        Transcript transcript,
        @Nullable String clientSession,
        @Nullable String previousReply,
        Hash body,
        String client,
        String model,
        Instant at) {}
