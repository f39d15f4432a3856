package io.ambit.wire.logs;

import io.ambit.core.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a log has it.
 *
 * @param at when it was written, null where the log does not say
 * @param provider of the model that wrote it, "" where the log does not say or where it is not the model's
 * @param model that wrote it, "" likewise
 * @param usage of the request that it answers, null where the log does not say
 */
public record LoggedMessage(
        Message message,
        @Nullable Instant at,
        String provider,
        String model,
        @Nullable LogUsage usage) {

    /** A message that is not the model's. */
    static LoggedMessage of(Message message, @Nullable Instant at) {
        return new LoggedMessage(message, at, "", "", null);
    }

    LoggedMessage withUsage(LogUsage known) {
        return new LoggedMessage(message, at, provider, model, known);
    }
}
