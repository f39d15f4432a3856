package io.ambit.core.compress.lines;

/**
 * Takes out the terminal control sequences (ECMA-48) that carry no text: colours and styles, erasing, modes, choice of
 * character set. Those that move the cursor stay, because they stand where white space would, and so do hyperlinks,
 * because they hold an address.
 */
final class AnsiCodes {
    private static final char ESCAPE = '\u001b';
    /** Final characters of sequences that place no text: style, erase in line and in display, set and reset a mode. */
    private static final String SILENT = "mKJhl";

    private AnsiCodes() {}

    static String strip(String text) {
        int escape = text.indexOf(ESCAPE);
        if (escape < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (escape >= 0) {
            int end = silentEnd(text, escape);
            if (end > 0) {
                out.append(text, copied, escape);
                copied = end;
            }
            escape = text.indexOf(ESCAPE, end > 0 ? end : escape + 1);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Where the sequence at {@code escape} ends, or -1 where it is none that may go. */
    private static int silentEnd(String text, int escape) {
        int i = escape + 1;
        if (i + 1 >= text.length()) {
            return -1;
        }
        char kind = text.charAt(i++);
        if (kind == '(' || kind == ')') {
            return Character.isLetterOrDigit(text.charAt(i)) ? i + 1 : -1;
        }
        if (kind != '[') {
            return -1;
        }
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x3F) {
            i++;
        }
        return i < text.length() && SILENT.indexOf(text.charAt(i)) >= 0 ? i + 1 : -1;
    }
}
