package io.ambit.core.compress.lines;

import io.ambit.core.compress.Asked;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a call's arguments that may stand in its answer: the pattern of a search, the name that was looked for.
 * What is short or stands in most calls alike says nothing.
 */
final class AskedWords {
    private static final int MIN_LENGTH = 4;
    private static final int MAX_WORDS = 64;
    private static final int MAX_READ = 4_000;

    private final Set<String> words;
    private final BitSet lengths = new BitSet();

    private AskedWords(Set<String> words) {
        this.words = words;
        words.forEach(word -> lengths.set(word.length()));
    }

    static AskedWords of(Asked asked) {
        Set<String> words = new HashSet<>();
        String arguments = asked.arguments();
        int max = Math.min(arguments.length(), MAX_READ);
        for (int i = 0; i < max && words.size() < MAX_WORDS; ) {
            int end = i;
            while (end < max && isWord(arguments.charAt(end))) {
                end++;
            }
            if (end - i >= MIN_LENGTH && !(i > 0 && arguments.charAt(i - 1) == '\\')) {
                words.add(arguments.substring(i, end).toLowerCase(Locale.ROOT));
            }
            i = end + 1;
        }
        return new AskedWords(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the word {@code [start, end)} of a text is one of them, in any case. */
    boolean holds(String text, int start, int end) {
        return lengths.get(end - start)
                && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
