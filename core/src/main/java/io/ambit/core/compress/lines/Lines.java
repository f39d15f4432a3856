package io.ambit.core.compress.lines;

/** A text as its lines, without their line ends, and how deep each stands under the others. Linear. */
final class Lines {
    private static final int TAB = 4;

    private final String text;
    private final String[] lines;
    private final int[] indents;
    private final Numbering numbering;

    private Lines(String text, String[] lines) {
        this.text = text;
        this.lines = lines;
        this.numbering = Numbering.of(lines);
        this.indents = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            indents[i] = indentOf(lines[i], numbering.bodyStart(i));
        }
    }

    /** What follows the last line end of a text is a line only if it holds something. */
    static Lines of(String text) {
        int count = 0;
        for (int at = 0; at < text.length(); count++) {
            at = endOfLine(text, at) + 1;
        }
        String[] lines = new String[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int end = endOfLine(text, at);
            lines[i] = text.substring(at, end);
            at = end + 1;
        }
        return new Lines(text, lines);
    }

    String text() {
        return text;
    }

    int size() {
        return lines.length;
    }

    String get(int i) {
        return lines[i];
    }

    int length(int i) {
        return lines[i].length();
    }

    boolean isBlank(int i) {
        return indents[i] < 0;
    }

    /** Columns of white space before the line's own text, a line number apart; -1 for a line with nothing on it. */
    int indent(int i) {
        return indents[i];
    }

    /** Where the line's own text starts: after the line number that a view put before it. */
    int bodyStart(int i) {
        return numbering.bodyStart(i);
    }

    /** The line without the number that a view put before it. */
    String body(int i) {
        int start = numbering.bodyStart(i);
        return start == 0 ? lines[i] : lines[i].substring(start);
    }

    Numbering numbering() {
        return numbering;
    }

    private static int indentOf(String line, int from) {
        int columns = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                columns += TAB;
            } else if (c > ' ' && !Character.isWhitespace(c)) {
                return columns;
            } else {
                columns++;
            }
        }
        return -1;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
