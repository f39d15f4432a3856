package io.ambit.store.backlog;

import java.util.Optional;

/** The first heading of a Markdown text, code blocks left aside. */
final class Headings {
    private static final int MAX_LEVEL = 6;

    private Headings() {}

    static Optional<String> first(String body) {
        boolean inCode = false;
        int at = 0;
        while (at < body.length()) {
            int end = body.indexOf('\n', at);
            end = end < 0 ? body.length() : end;
            String line = body.substring(at, end).strip();
            at = end + 1;
            if (line.startsWith("```") || line.startsWith("~~~")) {
                inCode = !inCode;
            } else if (!inCode && line.startsWith("#")) {
                Optional<String> heading = heading(line);
                if (heading.isPresent()) {
                    return heading;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> heading(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean isHeading = level <= MAX_LEVEL && level < line.length() && line.charAt(level) == ' ';
        int end = line.length();
        while (end > level && line.charAt(end - 1) == '#') {
            end--;
        }
        String text = isHeading ? line.substring(level, end).strip() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
