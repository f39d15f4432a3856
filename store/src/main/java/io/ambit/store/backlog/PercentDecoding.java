package io.ambit.store.backlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding taken off once. What is encoded twice, or is no UTF-8, is refused: only attackers write it. */
final class PercentDecoding {
    private PercentDecoding() {}

    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            if (i + 2 >= in.length || hex(in[i + 1]) < 0 || hex(in[i + 2]) < 0) {
                return Optional.empty();
            }
            out.put((byte) (hex(in[i + 1]) * 16 + hex(in[i + 2])));
            i += 2;
        }
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
            return isEncoded(decoded) ? Optional.empty() : Optional.of(decoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isEncoded(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 < text.length() && hex(text.charAt(at + 1)) >= 0 && hex(text.charAt(at + 2)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int hex(int c) {
        return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
