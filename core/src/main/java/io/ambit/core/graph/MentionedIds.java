package io.ambit.core.graph;

import java.util.function.Consumer;

/** What in a text looks like an item's id, {@code TASK-0012} or {@code ADR 0106.5}, and where Markdown links lead. */
final class MentionedIds {
    private static final int LONGEST = 64;

    private MentionedIds() {}

    /** Passes on everything that has the form of an id: capitals, one hyphen or space, digits. */
    static void ids(String text, Consumer<String> sink) {
        int i = 0;
        while (i < text.length()) {
            if (!isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && isCapital(text.charAt(end))) {
                end++;
            }
            int number = end + 1;
            int stop = number;
            if (end > i && number < text.length() && (text.charAt(end) == '-' || text.charAt(end) == ' ')) {
                stop = endOfNumber(text, number);
            }
            if (stop > number
                    && stop - i <= LONGEST
                    && (stop == text.length() || !isLetterOrDigit(text.charAt(stop)))) {
                sink.accept(text.substring(i, stop));
                i = stop;
            } else {
                i = Math.max(end, endOfRun(text, i));
            }
        }
    }

    /** Passes on the targets of inline links, without what stands behind {@code #}. */
    static void links(String text, Consumer<String> sink) {
        for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 2)) {
            int start = at + 2;
            int end = start;
            while (end < text.length() && ")# \t\n\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end > start && end < text.length()) {
                sink.accept(text.substring(start, end));
            }
        }
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length()
                && (isDigit(text.charAt(end))
                        || (text.charAt(end) == '.'
                                && end > from
                                && end + 1 < text.length()
                                && isDigit(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private static int endOfRun(String text, int from) {
        int end = from;
        while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return Character.isLetterOrDigit(c);
    }
}
