package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.item.Item;

/** Stored text on a terminal: lines stay, and nothing in it can move the cursor or change colours. */
final class ShownText {
    private static final int TITLE = 120;

    private ShownText() {}

    /** Many lines, which end with a line break where there are any. */
    static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length() + 1);
        text.codePoints().filter(c -> c == '\n' || c == '\t' || !isControl(c)).forEach(out::appendCodePoint);
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n'
                ? out.toString()
                : out.append('\n').toString();
    }

    static String line(String text) {
        return line(text, TITLE);
    }

    static String line(String text, int most) {
        StringBuilder out = new StringBuilder();
        text.codePoints().map(c -> isControl(c) ? ' ' : c).forEach(out::appendCodePoint);
        return out.length() <= most
                ? out.toString()
                : out.substring(0, out.offsetByCodePoints(0, out.codePointCount(0, most) - 1)) + "…";
    }

    /** An item on one line. */
    static String item(Item item) {
        String state = item.status().isEmpty() ? item.type().name() : item.type() + ", " + line(item.status());
        return line(item.id().value()) + "  " + line(item.title()) + "  (" + state + ")";
    }

    static void print(Terminal terminal, String text) {
        terminal.out().print(lines(text));
        terminal.out().flush();
    }

    /** Control characters, and those that change the direction in which text is read. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
