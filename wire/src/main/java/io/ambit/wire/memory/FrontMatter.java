package io.ambit.wire.memory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Markdown text in its front matter and its body. Of the front matter the members that are one line of
 * {@code name: value} are read: people's titles and dates are.
 */
record FrontMatter(Map<String, String> members, String body) {
    private static final String FENCE = "---";
    private static final int MAX_LINES = 200;

    static FrontMatter read(String text) {
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Map<String, String> members = new LinkedHashMap<>();
        if (!line(rest, 0).strip().equals(FENCE)) {
            return new FrontMatter(members, rest);
        }
        int at = next(rest, 0);
        for (int lines = 0; at < rest.length() && lines < MAX_LINES; lines++) {
            String line = line(rest, at);
            at = next(rest, at);
            if (line.strip().equals(FENCE) || line.strip().equals("...")) {
                return new FrontMatter(members, rest.substring(at));
            }
            member(line, members);
        }
        return new FrontMatter(Map.of(), rest); // a rule at the top of a text, not a fence
    }

    /** The value of the first of these names that has one; "" for none. */
    String first(String... names) {
        for (String name : names) {
            String value = members.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static void member(String line, Map<String, String> members) {
        int colon = line.indexOf(':');
        if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
            String value = line.substring(colon + 1).strip();
            char quote = value.isEmpty() ? ' ' : value.charAt(0);
            if (value.length() > 1 && (quote == '"' || quote == '\'') && value.charAt(value.length() - 1) == quote) {
                value = value.substring(1, value.length() - 1);
            }
            members.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
        }
    }

    private static String line(String text, int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
