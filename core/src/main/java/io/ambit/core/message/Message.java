package io.ambit.core.message;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * One message of a conversation.
 *
 * @param parts in the order they came; empty text is no part
 * @param extras canonical JSON of the members that Ambit does not read ("{}" where there are none)
 * @param hash of role, parts and extras: equal for equal content, however the client spelled it
 * @param span of the whole message in the request body
 */
public record Message(Role role, List<Part> parts, String extras, Hash hash, Span span) {

    public Message {
        parts = List.copyOf(parts);
    }

    /** A message whose hash is computed here. */
    public static Message of(Role role, List<Part> parts, String extras, Span span) {
        return new Message(role, parts, extras, hash(role, parts, extras), span);
    }

    public static Message of(Role role, List<Part> parts) {
        return of(role, parts, "{}", Span.NONE);
    }

    /** What the parts say, joined by line ends. */
    public String text() {
        if (parts.size() == 1) {
            return parts.get(0).text();
        }
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(out.isEmpty() ? "" : "\n").append(part.text());
        }
        return out.toString();
    }

    private static Hash hash(Role role, List<Part> parts, String extras) {
        MessageDigest digest = Hash.sha256();
        field(digest, 'm', role.name());
        for (Part part : parts) {
            switch (part) {
                case Part.Text text -> field(digest, 't', text.text());
                case Part.ToolCall call -> {
                    field(digest, 'c', call.id());
                    field(digest, 'n', call.name());
                    field(digest, 'a', call.arguments());
                }
                case Part.ToolResult result -> {
                    field(digest, 'r', result.callId());
                    field(digest, 'o', result.text());
                }
                case Part.Opaque opaque -> {
                    field(digest, 'k', opaque.kind());
                    field(digest, 'x', opaque.text());
                }
            }
        }
        if (!extras.equals("{}")) {
            field(digest, 'e', extras);
        }
        return Hash.ofDigest(digest.digest());
    }

    /** A field is written with its length before it, so that no two messages run together. */
    private static void field(MessageDigest digest, char kind, String text) {
        byte[] bytes = Utf8.encode(text);
        digest.update(
                ByteBuffer.allocate(5).put((byte) kind).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
