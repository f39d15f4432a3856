package io.ambit.core.backlog.search;

import io.ambit.core.retrieval.Compound;
import io.ambit.core.retrieval.EditDistance;
import io.ambit.core.retrieval.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The words that stand in the items as they are written there, for words of a question that stand nowhere: those that
 * are misspelt, and a last one that was not written to its end.
 */
final class Vocabulary {
    /** A shorter word has too many neighbours to tell which was meant. */
    static final int SHORTEST = 4;

    /** From so many letters on two slips are forgiven. */
    private static final int LONG = 8;

    private static final int LONGEST = 40;

    /** A word that may have been meant, and how many slips lie between. */
    record Near(String word, int distance) {}

    private record Spelling(String word, long letters) {}

    private final Map<Integer, List<Spelling>> byLength = new HashMap<>();
    private final NavigableSet<String> sorted = new TreeSet<>();

    /** Passes on the words of a text that belong in a vocabulary. */
    static void words(String text, Consumer<String> sink) {
        for (String word : Tokens.of(Compound.spaced(text))) {
            if (belongs(word)) {
                sink.accept(word);
            }
        }
        for (Compound compound : Compound.of(text)) {
            if (belongs(compound.whole())) {
                sink.accept(compound.whole());
            }
        }
    }

    private static boolean belongs(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST && !Character.isDigit(word.charAt(0));
    }

    void add(String word) {
        if (sorted.add(word)) {
            byLength.computeIfAbsent(word.length(), any -> new ArrayList<>()).add(new Spelling(word, letters(word)));
        }
    }

    /** The words at the least distance from a word, within what its length forgives. */
    List<Near> near(String word) {
        if (!belongs(word)) {
            return List.of();
        }
        int most = word.length() >= LONG ? 2 : 1;
        long letters = letters(word);
        List<Near> near = new ArrayList<>();
        for (int length = word.length() - most; length <= word.length() + most; length++) {
            for (Spelling other : byLength.getOrDefault(length, List.of())) {
                // Each slip changes at most one letter into another: a sieve before the distance is counted.
                if (Long.bitCount(letters ^ other.letters()) <= 2 * most) {
                    int distance = EditDistance.between(word, other.word(), most);
                    if (distance <= most) {
                        near.add(new Near(other.word(), distance));
                    }
                }
            }
        }
        int least = near.stream().mapToInt(Near::distance).min().orElse(0);
        return near.stream().filter(one -> one.distance() == least).toList();
    }

    /** Words that begin so, in their order. */
    List<String> startingWith(String prefix, int most) {
        List<String> words = new ArrayList<>();
        if (prefix.length() < SHORTEST - 1) {
            return words;
        }
        for (String word : sorted.tailSet(prefix, true)) {
            if (!word.startsWith(prefix) || words.size() == most) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }
}
