package io.ambit.core.economics;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a tool call can only name when its model has read it: paths, keys, hashes, qualified and camel-case names. An
 * identifier is six or more characters of {@code A-Z a-z 0-9 _ . / # -}, without {@code . / -} at its ends, that hold a
 * digit, one of {@code _ . / -}, or a capital after a small letter.
 */
public final class Identifiers {
    private static final int MIN_LENGTH = 6;

    private Identifiers() {}

    /** The identifiers in {@code text}, in ASCII order. */
    public static NavigableSet<String> in(String text) {
        NavigableSet<String> found = new TreeSet<>();
        forEach(text, found::add);
        return found;
    }

    /** Gives each identifier to {@code use} in the order of the text, as often as it stands there. Linear. */
    public static void forEach(String text, Consumer<String> use) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isPart(text.charAt(i))) {
                continue;
            }
            if (i - start >= MIN_LENGTH) {
                word(text, start, i, use);
            }
            start = i + 1;
        }
    }

    private static void word(String text, int from, int to, Consumer<String> use) {
        int start = from;
        int end = to;
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        if (end - start >= MIN_LENGTH && isTelling(text, start, end)) {
            use.accept(text.substring(start, end));
        }
    }

    private static boolean isTelling(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c) || c == '_' || c == '.' || c == '/' || c == '-') {
                return true;
            }
            if (c >= 'A' && c <= 'Z' && i > start && isSmall(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return isSmall(c) || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '#' || isEdge(c);
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '/' || c == '-';
    }
}
