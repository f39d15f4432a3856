package io.ambit.core.text;

import org.jspecify.annotations.Nullable;

/**
 * A scalar of block YAML that may go over several lines.
 *
 * @param end index after its last character
 * @param cut whether the text ended before it did
 */
record YamlScalar(Value value, int end, boolean cut) {

    /** {@code 'it''s'}; a line end folds into a space, n of them into n - 1 line ends. */
    static @Nullable YamlScalar singleQuoted(String in, int start) {
        StringBuilder out = new StringBuilder();
        int at = start + 1;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '\n') {
                at = fold(in, at, out, 0);
            } else if (c != '\'') {
                out.append(c);
                at++;
            } else if (at + 1 < in.length() && in.charAt(at + 1) == '\'') {
                out.append(c);
                at += 2;
            } else {
                return closed(in, at + 1, out);
            }
        }
        return new YamlScalar(new Value.Str(out.toString(), true), in.length(), true);
    }

    /** {@code "a\tb"}; as the single quoted, and a backslash before a line end joins the lines. */
    static @Nullable YamlScalar doubleQuoted(String in, int start) {
        StringBuilder out = new StringBuilder();
        int at = start + 1;
        int escaped = 0;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '"') {
                return closed(in, at + 1, out);
            }
            if (c == '\n') {
                at = fold(in, at, out, escaped);
            } else if (c != '\\') {
                out.append(c);
                at++;
            } else if (at + 1 < in.length() && in.charAt(at + 1) == '\n') {
                at = skipIndent(in, at + 2);
                escaped = out.length();
            } else {
                at = Escapes.decode(in, at, in.length(), out);
                escaped = out.length();
                if (at < 0) {
                    break;
                }
            }
        }
        return new YamlScalar(new Value.Str(out.toString(), true), in.length(), true);
    }

    /** {@code |} keeps line ends, {@code >} folds them; {@code +} and {@code -} say what becomes of those at the end. */
    static @Nullable YamlScalar block(String in, int start, int column) {
        int headEnd = in.indexOf('\n', start);
        String head =
                in.substring(start + 1, headEnd < 0 ? in.length() : headEnd).strip();
        int given = 0;
        char chomp = ' ';
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c >= '1' && c <= '9' && given == 0) {
                given = c - '0';
            } else if ((c == '+' || c == '-') && chomp == ' ') {
                chomp = c;
            } else {
                return null;
            }
        }
        if (headEnd < 0) {
            return new YamlScalar(new Value.Str("", true), in.length(), true);
        }
        StringBuilder out = new StringBuilder();
        int indent = given > 0 ? column + given : -1;
        int at = headEnd + 1;
        int end = headEnd;
        while (at < in.length()) {
            int newline = in.indexOf('\n', at);
            int lineEnd = newline < 0 ? in.length() : newline;
            int text = skipIndent(in, at);
            boolean blank = text >= lineEnd;
            if (!blank && indent < 0) {
                indent = text - at;
            }
            if (!blank && (text - at < indent || indent <= column)) {
                break;
            }
            out.append(in, Math.min(lineEnd, indent < 0 ? lineEnd : at + indent), lineEnd)
                    .append('\n');
            end = lineEnd;
            at = lineEnd + 1;
        }
        int content = out.length();
        while (content > 0 && out.charAt(content - 1) == '\n') {
            content--;
        }
        if (chomp != '+') {
            out.setLength(Math.min(out.length(), chomp == '-' ? content : content + 1));
        }
        String text = in.charAt(start) == '|' ? out.toString() : folded(out.toString());
        return new YamlScalar(new Value.Str(text, false), end, false);
    }

    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) == '\n') {
            last--;
        }
        int at = 0;
        while (at < last) {
            char c = text.charAt(at);
            if (c != '\n') {
                out.append(c);
                at++;
                continue;
            }
            int ends = 0;
            while (at < last && text.charAt(at) == '\n') {
                ends++;
                at++;
            }
            // Lines with more indentation keep their line ends.
            boolean more = at < last && text.charAt(at) == ' ';
            out.append(more ? "\n".repeat(ends) : ends == 1 ? " " : "\n".repeat(ends - 1));
        }
        return out.append(text, last, text.length()).toString();
    }

    /** Folds the line ends at {@code at}; white space before them goes, but for what was escaped. */
    private static int fold(String in, int at, StringBuilder out, int escaped) {
        int length = out.length();
        while (length > escaped && out.charAt(length - 1) == ' ') {
            length--;
        }
        out.setLength(length);
        int ends = 0;
        int i = at;
        while (i < in.length() && in.charAt(i) == '\n') {
            ends++;
            i = skipIndent(in, i + 1);
        }
        out.append(ends == 1 ? " " : "\n".repeat(ends - 1));
        return i;
    }

    private static int skipIndent(String in, int from) {
        int i = from;
        while (i < in.length() && (in.charAt(i) == ' ' || in.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Nothing may follow the closing quote on its line. */
    private static @Nullable YamlScalar closed(String in, int end, StringBuilder out) {
        int after = skipIndent(in, end);
        if (after < in.length() && in.charAt(after) != '\n' && in.charAt(after) != '\r') {
            return null;
        }
        return new YamlScalar(new Value.Str(out.toString(), false), end, false);
    }
}
