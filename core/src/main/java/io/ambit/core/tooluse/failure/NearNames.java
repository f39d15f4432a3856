package io.ambit.core.tooluse.failure;

import io.ambit.core.retrieval.EditDistance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names in a text that a value may have meant. */
final class NearNames {
    private static final int MAX_NAMES = 3_000;
    private static final int MAX_LENGTH = 120;
    private static final int SHORT = 4;

    private final Set<String> names;

    private NearNames(Set<String> names) {
        this.names = names;
    }

    static NearNames in(String text) {
        Set<String> names = new LinkedHashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length() && names.size() < MAX_NAMES; i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            boolean isPart = Character.isLetterOrDigit(c) || "_./:-#".indexOf(c) >= 0;
            if (isPart && start < 0) {
                start = i;
            } else if (!isPart && start >= 0) {
                add(text.substring(start, i), names);
                start = -1;
            }
        }
        return new NearNames(names);
    }

    private static void add(String run, Set<String> into) {
        int end = run.length();
        while (end > 0 && ".:-/#".indexOf(run.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 1 && end <= MAX_LENGTH) {
            into.add(run.substring(0, end));
        }
    }

    /** Other spellings of a value: they differ by case, separators or leading zeros of its numbers only. */
    List<String> spellings(String value) {
        String plain = plain(value);
        return plain.length() < 2
                ? List.of()
                : names.stream()
                        .filter(name -> !name.equals(value) && plain(name).equals(plain))
                        .toList();
    }

    /** Names that are a slip or two away from a value. */
    List<String> near(String value) {
        if (value.length() < SHORT
                || value.length() > MAX_LENGTH
                || value.chars().allMatch(Character::isDigit)) {
            return List.of();
        }
        int most = value.length() <= SHORT + 2 ? 1 : 2;
        String lower = value.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> !name.equals(value) && name.length() >= SHORT)
                .filter(name -> EditDistance.between(lower, name.toLowerCase(Locale.ROOT), most) <= most)
                .toList();
    }

    private static String plain(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean leading = c == '0'
                    && (out.isEmpty() || !Character.isDigit(out.charAt(out.length() - 1)))
                    && i + 1 < name.length()
                    && Character.isDigit(name.charAt(i + 1));
            if (!leading && "-_ ".indexOf(c) < 0) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }
}
