package io.ambit.wire;

import io.ambit.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the client got.
 *
 * @param message the assistant message, null where none could be read
 * @param fingerprint tells this reply when it comes back in a later request: ids of its tool calls, else the hash of
 *     its text; "" where there is no message
 * @param finish why the model stopped, in the format's own word, "" where it did not say
 * @param complete whether the answer ended as the format says it does
 * @param error what the upstream said went wrong, "" where nothing did
 */
public record Reply(@Nullable Message message, String fingerprint, String finish, boolean complete, String error) {}
