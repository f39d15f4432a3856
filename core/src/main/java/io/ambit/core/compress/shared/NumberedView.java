package io.ambit.core.compress.shared;

/** A part of a file as an editor or {@code cat -n} shows it: lines that bear rising numbers. */
public final class NumberedView {
    private NumberedView() {}

    /** Whether most lines of {@code text} bear rising numbers. Linear. */
    public static boolean isOne(String text) {
        return TextLines.of(text).isNumbered();
    }

    /** A view without its blank lines, which the jump of the numbers still tells of; any other text as it is. */
    public static String withoutBlankLines(String text) {
        TextLines lines = TextLines.of(text);
        if (!lines.isNumbered()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < lines.count(); i++) {
            boolean inside = i > 0 && i + 1 < lines.count() && lines.bearsNumber(i + 1) && lines.bearsNumber(i - 1);
            if (!(inside && lines.bearsNumber(i) && lines.isBlank(i))) {
                out.append(text, lines.start(i), i + 1 < lines.count() ? lines.start(i + 1) : text.length());
            }
        }
        return out.length() == text.length() ? text : out.toString();
    }
}
