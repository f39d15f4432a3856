package io.ambit.core.tooluse.failure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An error without what differs from one time to the next: names in quotes, numbers, paths. */
public final class ErrorShape {
    private ErrorShape() {}

    /** The words of a statement that stay the same, in order, with a space between. */
    public static String of(String statement) {
        StringBuilder kept = new StringBuilder();
        for (String word : Tokens.withoutQuoted(statement).split("\\s+", -1)) {
            boolean varies = word.chars().anyMatch(c -> Character.isDigit(c) || c == '/' || c == '\\' || c == '@');
            kept.append(varies ? Tokens.QUOTED : word).append(' ');
        }
        return Tokens.of(kept.toString()).stream().limit(40).collect(Collectors.joining(" "));
    }

    /** The share of words that two shapes have in common (Jaccard), 0 to 1. */
    public static double likeness(String first, String second) {
        Set<String> left = words(first);
        Set<String> right = words(second);
        if (left.isEmpty() && right.isEmpty()) {
            return 1;
        }
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / (left.size() + right.size() - both.size());
    }

    private static Set<String> words(String shape) {
        Set<String> words = new HashSet<>(List.of(shape.split(" ", -1)));
        words.remove(Tokens.QUOTED);
        words.remove("");
        return words;
    }
}
