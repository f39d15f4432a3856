package io.ambit.core.economics;

import java.util.HashSet;
import java.util.Set;

/**
 * Answers whether a word stands in any of many texts, inside a longer word too, without searching them all again.
 *
 * <p>A word of {@link Identifiers} or {@link ProseWords} is made of certain characters only, so it stands in a text if
 * and only if it stands in one of the text's longest runs of such characters. Each distinct run is kept once: agents
 * read the same things over and over.
 */
final class Vocabulary {
    private final Set<String> runs = new HashSet<>();
    private final StringBuilder joined = new StringBuilder();

    void add(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isPart(text.charAt(i))) {
                continue;
            }
            if (i > start) {
                String run = text.substring(start, i);
                if (runs.add(run)) {
                    joined.append(run).append('\n');
                }
            }
            start = i + 1;
        }
    }

    /** Whether {@code word}, an identifier or a word of prose, stands in a text that was added. */
    boolean holds(String word) {
        return runs.contains(word) || joined.indexOf(word) >= 0;
    }

    private static boolean isPart(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || "_./#-,'%".indexOf(c) >= 0;
    }
}
