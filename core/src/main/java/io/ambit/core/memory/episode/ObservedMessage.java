package io.ambit.core.memory.episode;

import io.ambit.core.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a session.
 *
 * @param at when it was written, null where that is not known
 */
public record ObservedMessage(Message message, @Nullable Instant at) {}
