package io.ambit.store.backlog.front;

/**
 * A Markdown file taken apart without losing a character: {@code text} up to {@code frontStart} is the opening line,
 * then comes the front matter, its closing line, and from {@code bodyStart} on the body. Without front matter all three
 * places are the beginning of the body, behind a byte order mark.
 *
 * @param hasFront whether an opening {@code ---} line and a closing one are there
 */
record MarkdownText(String text, boolean hasFront, int frontStart, int frontEnd, int bodyStart) {
    private static final String FENCE = "---";

    static MarkdownText of(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int line = lineEnd(text, start);
        if (!isFence(text, start, line)) {
            return without(text, start);
        }
        int from = line;
        for (int at = from; at < text.length(); at = line) {
            line = lineEnd(text, at);
            if (isFence(text, at, line)) {
                return new MarkdownText(text, true, from, at, line);
            }
        }
        return without(text, start);
    }

    private static MarkdownText without(String text, int start) {
        return new MarkdownText(text, false, start, start, start);
    }

    /** The same file, its text taken for body as a whole. */
    MarkdownText allBody() {
        return without(text, text.startsWith("\uFEFF") ? 1 : 0);
    }

    String front() {
        return text.substring(frontStart, frontEnd);
    }

    String body() {
        return text.substring(bodyStart);
    }

    /** How its lines end. */
    String lineEnd() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    private static boolean isFence(String text, int start, int end) {
        return text.startsWith(FENCE, start)
                && text.substring(start + FENCE.length(), end).isBlank();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
