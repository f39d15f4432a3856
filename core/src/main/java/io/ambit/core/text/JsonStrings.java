package io.ambit.core.text;

/** JSON string literals: writing one, and reading one's content. */
public final class JsonStrings {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonStrings() {}

    /** {@code text} as a JSON literal with quotes; only what must be escaped is, and lone surrogates. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        quote(text, out);
        return out.toString();
    }

    /** Appends {@code text} as a JSON literal with quotes. */
    public static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                escape(c, out);
            }
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[(c >> 8) & 15])
                        .append(HEX[(c >> 4) & 15])
                        .append(HEX[c & 15]);
        }
    }

    /** The text of literal content {@code [start, end)} (without quotes) whose escapes are known to be well-formed. */
    static String unescape(byte[] source, int start, int end) {
        byte[] out = new byte[end - start]; // no escape is shorter than the UTF-8 of what it stands for
        int n = 0;
        int i = start;
        while (i < end) {
            byte c = source[i];
            if (c != '\\') {
                out[n++] = c;
                i++;
                continue;
            }
            c = source[i + 1];
            i += 2;
            if (c != 'u') {
                out[n++] = unescaped(c);
                continue;
            }
            int code = hex(source, i);
            i += 4;
            if (Character.isHighSurrogate((char) code) && i + 6 <= end && source[i] == '\\' && source[i + 1] == 'u') {
                int low = hex(source, i + 2);
                if (Character.isLowSurrogate((char) low)) {
                    code = Character.toCodePoint((char) code, (char) low);
                    i += 6;
                }
            }
            n = Utf8.encode(code, out, n);
        }
        return Utf8.decode(out, 0, n);
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    private static int hex(byte[] source, int at) {
        int code = 0;
        for (int k = 0; k < 4; k++) {
            code = (code << 4) | Character.digit(source[at + k], 16);
        }
        return code;
    }
}
