package io.ambit.core.text;

import org.jspecify.annotations.Nullable;

/**
 * The backslash escapes of JSON, Python and YAML strings, which agree wherever they overlap. Half a surrogate pair stays
 * in its spelling: as a character it could not be sent on.
 */
final class Escapes {
    private static final String LETTERS = "ntrbfav0e\\\"'/ _NLP";
    private static final String MEANINGS = "\n\t\r\b\f\u0007\u000b\0\u001b\\\"'/ \u00a0\u0085\u2028\u2029";

    private Escapes() {}

    /**
     * Decodes the escape whose backslash is at {@code at}, or copies it where it is none.
     *
     * @return the index after it, or -1 where the text ends inside it
     */
    static int decode(String text, int at, int end, StringBuilder out) {
        if (at + 1 >= end) {
            return -1;
        }
        char kind = text.charAt(at + 1);
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits == 0) {
            int letter = LETTERS.indexOf(kind);
            if (letter < 0) {
                out.append('\\');
                return at + 1;
            }
            out.append(MEANINGS.charAt(letter));
            return at + 2;
        }
        int after = at + 2 + digits;
        if (after > end) {
            return -1;
        }
        Integer code = hex(text, at + 2, after);
        if (code == null || !Character.isValidCodePoint(code)) {
            out.append('\\');
            return at + 1;
        }
        if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
            out.appendCodePoint(code);
            return after;
        }
        return surrogate(text, at, after, end, (char) code.intValue(), out);
    }

    private static int surrogate(String text, int at, int after, int end, char half, StringBuilder out) {
        if (Character.isHighSurrogate(half)) {
            if (end - after < 6 && "\\u".startsWith(text.substring(after, Math.min(end, after + 2)))) {
                return -1;
            }
            Integer low = text.startsWith("\\u", after) && after + 6 <= end ? hex(text, after + 2, after + 6) : null;
            if (low != null && Character.isLowSurrogate((char) low.intValue())) {
                out.append(half).append((char) low.intValue());
                return after + 6;
            }
        }
        out.append(text, at, after);
        return after;
    }

    private static @Nullable Integer hex(String text, int start, int end) {
        long code = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return null;
            }
            code = (code << 4) | digit;
        }
        return code > Character.MAX_CODE_POINT ? null : (int) code;
    }
}
