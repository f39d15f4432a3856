package io.ambit.core.text;

/**
 * JSON without the white space between its tokens. Numbers keep their spelling, strings their escapes, members their
 * order and their duplicates. Only a whole text that is one JSON object or array, or JSON Lines of such, is touched.
 */
public final class MinifiedJson {
    private MinifiedJson() {}

    /** The shorter spelling of {@code text}, or {@code text} itself where it is no JSON or has nothing to leave out. */
    public static String of(String text) {
        if (!looksLikeJson(text)) {
            return text;
        }
        if (isJson(text)) {
            return withoutSpace(text);
        }
        return text.indexOf('\n') < 0 ? text : lines(text);
    }

    /** Whether the first and the last character that is no white space are an object's or an array's brackets. */
    public static boolean looksLikeJson(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end - start < 2) {
            return false;
        }
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        return (first == '{' || first == '[') && (last == '}' || last == ']');
    }

    private static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(from, end);
            if (!line.isBlank()) {
                if (!looksLikeJson(line) || !isJson(line)) {
                    return text;
                }
                line = withoutSpace(line);
            }
            out.append(line);
            if (newline >= 0) {
                out.append('\n');
            }
            from = end + 1;
        }
        return out.length() == text.length() ? text : out.toString();
    }

    private static boolean isJson(String text) {
        try {
            Json.parse(text);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static String withoutSpace(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\') {
                    out.append(json.charAt(++i));
                } else if (c == '"') {
                    inString = false;
                }
            } else if (!isSpace(c)) {
                out.append(c);
                inString = c == '"';
            }
        }
        return out.length() == json.length() ? json : out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
