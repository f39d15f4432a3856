package io.ambit.core.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 both ways without loss. JSON may escape a lone surrogate, which plain UTF-8 cannot hold; here it is written as
 * three bytes (the generalised form known as WTF-8), so that what was stored comes back as it was.
 */
public final class Utf8 {
    private Utf8() {}

    public static byte[] encode(String text) {
        return firstLoneSurrogate(text, 0) < 0 ? text.getBytes(StandardCharsets.UTF_8) : encodeWithSurrogates(text);
    }

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** Decodes {@code [start, end)}; bytes that are no UTF-8 of either form become U+FFFD. */
    public static String decode(byte[] bytes, int start, int end) {
        String plain = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return plain.indexOf('\uFFFD') >= 0 && hasEncodedSurrogate(bytes, start, end)
                ? decodeWithSurrogates(bytes, start, end)
                : plain;
    }

    /** Whether {@code [start, end)} is well-formed UTF-8. */
    public static boolean isValid(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Writes one code point, lone surrogates included, at {@code at}; returns the place after it. */
    static int encode(int codePoint, byte[] out, int at) {
        int n = at;
        if (codePoint < 0x80) {
            out[n++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[n++] = (byte) (0xC0 | (codePoint >> 6));
            out[n++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            out[n++] = (byte) (0xE0 | (codePoint >> 12));
            out[n++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[n++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            out[n++] = (byte) (0xF0 | (codePoint >> 18));
            out[n++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            out[n++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[n++] = (byte) (0x80 | (codePoint & 0x3F));
        }
        return n;
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static byte[] encodeWithSurrogates(String text) {
        byte[] out = new byte[text.length() * 3];
        int n = 0;
        int from = 0;
        while (from < text.length()) {
            int lone = firstLoneSurrogate(text, from);
            int until = lone < 0 ? text.length() : lone;
            byte[] plain = text.substring(from, until).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(plain, 0, out, n, plain.length);
            n += plain.length;
            if (lone >= 0) {
                n = encode(text.charAt(until++), out, n);
            }
            from = until;
        }
        return Arrays.copyOf(out, n);
    }

    private static boolean encodedSurrogateAt(byte[] bytes, int i, int end) {
        return i + 2 < end && bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0 && (bytes[i + 2] & 0xC0) == 0x80;
    }

    private static boolean hasEncodedSurrogate(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (encodedSurrogateAt(bytes, i, end)) {
                return true;
            }
        }
        return false;
    }

    private static String decodeWithSurrogates(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int from = start;
        for (int i = start; i < end; i++) {
            if (encodedSurrogateAt(bytes, i, end)) {
                out.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                out.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
                i += 2;
                from = i + 1;
            }
        }
        return out.append(new String(bytes, from, end - from, StandardCharsets.UTF_8))
                .toString();
    }
}
