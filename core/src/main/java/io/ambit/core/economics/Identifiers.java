package io.ambit.core.economics;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool call can only name when its model has read it: paths, keys, hashes, qualified and camel-case names. An
 * identifier is six or more characters of {@code A-Z a-z 0-9 _ . / # -}, without {@code . / -} at its ends, that hold a
 * digit, one of {@code _ . / -}, or a capital after a small letter.
 */
public final class Identifiers {
    private static final int MIN_LENGTH = 6;
    private static final Pattern CANDIDATE = Pattern.compile("[A-Za-z0-9_./#\\-]{" + MIN_LENGTH + ",}");
    private static final Pattern TELLING = Pattern.compile("[0-9_./\\-]|[a-z][A-Z]");

    private Identifiers() {}

    /** The identifiers in {@code text}, in ASCII order. */
    public static SortedSet<String> in(String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            String word = strip(candidates.group());
            if (word.length() >= MIN_LENGTH && TELLING.matcher(word).find()) {
                found.add(word);
            }
        }
        return found;
    }

    private static String strip(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isEdge(word.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '/' || c == '-';
    }
}
