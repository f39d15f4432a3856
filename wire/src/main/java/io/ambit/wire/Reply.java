package io.ambit.wire;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What tells an assistant message: the same for a reply and for the message that a client makes of it, which may
     * have lost white space at its ends, and may carry more than text and calls.
     */
    public static String fingerprint(Message message) {
        List<String> ids = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.Text text) {
                said.append(text.text());
            } else if (part instanceof Part.ToolCall call) {
                ids.add(call.id().isEmpty() ? Hash.of(call.canonical()).hex() : call.id());
            }
        }
        return ids.isEmpty() ? Hash.of(said.toString().strip()).hex() : String.join(" ", ids);
    }
}
