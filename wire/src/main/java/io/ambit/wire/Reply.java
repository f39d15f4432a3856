package io.ambit.wire;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.text.Hash;
import java.util.stream.Collectors;
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
public record Reply(@Nullable Message message, String fingerprint, String finish, boolean complete, String error) {
    /** What tells {@code message} when it comes back: one rule for the reply that was given and for the one re-sent. */
    public static String fingerprint(Message message) {
        String calls = message.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(part -> ((Part.ToolCall) part).id())
                .collect(Collectors.joining(" "));
        return calls.isEmpty() ? Hash.of(message.text()).hex() : calls;
    }
}
