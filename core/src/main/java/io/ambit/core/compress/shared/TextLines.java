package io.ambit.core.compress.shared;

import java.util.Arrays;

/**
 * A text split in lines, each with where its content stands: without a line number, where most lines of the text bear
 * rising ones, and without white space at its end.
 */
final class TextLines {
    private static final int MIN_NUMBERED = 5;
    private static final double NUMBERED_SHARE = 0.6;

    final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final int[] contentStarts;
    private final int[] contentEnds;
    private final boolean numbered;
    private int count;

    private TextLines(String text) {
        this.text = text;
        int at = 0;
        while (at <= text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (end == text.length() && at == end && count > 0) {
                break; // what follows the last line end is no line
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = at;
            ends[count++] = end;
            at = end + 1;
        }
        contentStarts = Arrays.copyOf(starts, count);
        contentEnds = Arrays.copyOf(ends, count);
        numbered = number();
        for (int i = 0; i < count; i++) {
            while (contentEnds[i] > contentStarts[i] && text.charAt(contentEnds[i] - 1) <= ' ') {
                contentEnds[i]--;
            }
        }
    }

    static TextLines of(String text) {
        return new TextLines(text);
    }

    private boolean number() {
        int found = 0;
        int filled = 0;
        long last = -1;
        int[] texts = new int[count];
        for (int i = 0; i < count; i++) {
            texts[i] = NumberedLine.textStart(text, starts[i], ends[i]);
            filled += starts[i] == ends[i] ? 0 : 1;
            if (texts[i] >= 0) {
                long number = NumberedLine.number(text, starts[i], ends[i]);
                if (number > last) {
                    found++;
                }
                last = number;
            }
        }
        if (found < MIN_NUMBERED || found < NUMBERED_SHARE * filled) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            contentStarts[i] = texts[i] >= 0 ? texts[i] : starts[i];
        }
        return true;
    }

    int count() {
        return count;
    }

    /** Whether most lines bear rising numbers. */
    boolean isNumbered() {
        return numbered;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    int contentStart(int line) {
        return contentStarts[line];
    }

    int contentLength(int line) {
        return contentEnds[line] - contentStarts[line];
    }

    String content(int line) {
        return text.substring(contentStarts[line], contentEnds[line]);
    }

    boolean bearsNumber(int line) {
        return contentStarts[line] > starts[line];
    }

    long number(int line) {
        return NumberedLine.number(text, starts[line], ends[line]);
    }

    boolean isBlank(int line) {
        for (int i = contentStarts[line]; i < contentEnds[line]; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** A hash of a line's content; equal contents have equal ones. */
    long hash(int line) {
        long hash = 0xcbf29ce484222325L;
        for (int i = contentStarts[line]; i < contentEnds[line]; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 29);
    }

    boolean sameContent(int line, TextLines other, int otherLine) {
        int length = contentLength(line);
        return length == other.contentLength(otherLine)
                && text.regionMatches(contentStarts[line], other.text, other.contentStarts[otherLine], length);
    }

    @Override
    public String toString() {
        return count + " lines" + (numbered ? ", numbered" : "");
    }
}
