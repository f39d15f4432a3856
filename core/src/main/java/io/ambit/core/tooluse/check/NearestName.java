package io.ambit.core.tooluse.check;

import io.ambit.core.retrieval.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The one name among several that somebody meant by another spelling. Names that are equally near are none: a wrong name
 * costs more than no name. Letters may be doubled, left out, put too much, swapped or mistaken (optimal string
 * alignment), the fewer the shorter a name is.
 */
final class NearestName {
    private static final int LONGEST = 200;
    private static final int MOST_NAMES = 5_000;
    private static final int LEAST_FOR_ONE = 3;
    private static final int LEAST_FOR_TWO = 9;
    private static final int LEAST_FOR_THREE = 16;
    private static final int LEAST_CERTAIN = 5;

    private NearestName() {}

    /** A name, and how sure it is. */
    record Match(String name, Certainty certainty) {}

    /** The tool or the value that was meant. */
    static Optional<Match> of(String written, Collection<String> names) {
        return of(written, names, false);
    }

    /** The parameter that was meant: a word of its own that is no parameter says less than one that is no tool. */
    static Optional<Match> ofParameter(String written, Collection<String> names) {
        return of(written, names, true);
    }

    private static Optional<Match> of(String written, Collection<String> names, boolean isParameter) {
        if (written.isBlank() || written.length() > LONGEST || names.size() > MOST_NAMES) {
            return Optional.empty();
        }
        for (UnaryOperator<String> way :
                List.<UnaryOperator<String>>of(String::strip, NearestName::caseless, Spelling::key)) {
            List<String> same = same(written, names, way);
            if (!same.isEmpty()) {
                return one(same).map(name -> new Match(name, Certainty.CERTAIN));
            }
        }
        return byNumber(written, names).or(() -> byEdit(written, names, isParameter));
    }

    /** Whether a name might have been meant, surely or not. */
    static boolean isClose(String written, String name) {
        String key = Spelling.key(written);
        String other = Spelling.key(name);
        int allowed = Math.max(1, allowed(key, other));
        return written.length() <= LONGEST && EditDistance.between(key, other, allowed) <= allowed;
    }

    private static String caseless(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> same(String written, Collection<String> names, UnaryOperator<String> way) {
        String key = way.apply(written);
        return key.isEmpty()
                ? List.of()
                : names.stream()
                        .filter(name -> way.apply(name).equals(key))
                        .distinct()
                        .toList();
    }

    private static Optional<String> one(List<String> names) {
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** One for several, or several for one. */
    private static Optional<Match> byNumber(String written, Collection<String> names) {
        List<String> same = same(written, names, name -> Spelling.singular(Spelling.key(name)));
        return one(same).map(name -> new Match(name, Certainty.LIKELY));
    }

    private static Optional<Match> byEdit(String written, Collection<String> names, boolean isParameter) {
        String key = Spelling.key(written);
        record Near(String name, String key, int distance) {}
        List<Near> near = names.stream()
                .distinct()
                .map(name -> new Near(name, Spelling.key(name), 0))
                .map(each -> new Near(
                        each.name(), each.key(), EditDistance.between(key, each.key(), allowed(key, each.key()) + 1)))
                .filter(each -> each.distance() <= allowed(key, each.key()) + 1)
                .sorted(Comparator.comparingInt(Near::distance))
                .toList();
        if (near.isEmpty()
                || near.getFirst().distance() > allowed(key, near.getFirst().key())) {
            return Optional.empty();
        }
        Near best = near.getFirst();
        int room = best.distance() > 1 ? 1 : 0;
        if (near.size() > 1 && near.get(1).distance() <= best.distance() + room) {
            return Optional.empty();
        }
        Set<String> other = otherWords(written, best.name());
        boolean isWord = !other.isEmpty() && other.stream().allMatch(ProperWords::has);
        boolean isVerb =
                isWord && !isParameter && other.contains(Spelling.words(written).getFirst());
        if (isVerb || isMixed(other, names) || isShortSwap(key, best.key())) {
            return Optional.empty();
        }
        boolean isCertain = best.distance() == 1 && !isWord && isSlip(key, best.key());
        return Optional.of(new Match(best.name(), isCertain ? Certainty.CERTAIN : Certainty.LIKELY));
    }

    private static int allowed(String first, String second) {
        int shorter = Math.min(first.length(), second.length());
        if (shorter < LEAST_FOR_ONE) {
            // A letter typed twice, and no more, in what is that short.
            return isDoubled(first, second) || isDoubled(second, first) ? 1 : 0;
        }
        return shorter >= LEAST_FOR_THREE ? 3 : shorter >= LEAST_FOR_TWO ? 2 : 1;
    }

    /** Whether {@code longer} is {@code shorter} with one of its letters twice in a row. */
    private static boolean isDoubled(String longer, String shorter) {
        if (longer.length() != shorter.length() + 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
            i++;
        }
        return i > 0
                && longer.charAt(i) == longer.charAt(i - 1)
                && longer.substring(i + 1).equals(shorter.substring(i));
    }

    /** Whether one is the other with a letter in the place of another, where names are so short that all are near. */
    private static boolean isShortSwap(String written, String name) {
        boolean isShort = Math.min(written.length(), name.length()) <= LEAST_FOR_ONE;
        return isShort && !isDoubled(written, name) && !isDoubled(name, written) && written.length() >= name.length();
    }

    /** The words of one name that another, of as many words, has not; none where they are not as many. */
    private static Set<String> otherWords(String written, String name) {
        List<String> mine = Spelling.words(written);
        List<String> its = Spelling.words(name);
        Set<String> other = mine.size() == its.size() ? new HashSet<>(mine) : new HashSet<>();
        its.forEach(other::remove);
        return other;
    }

    /** Whether a name is put together of words of the others: it is none of them. */
    private static boolean isMixed(Set<String> other, Collection<String> names) {
        Set<String> known = new HashSet<>();
        names.forEach(each -> known.addAll(Spelling.words(each)));
        return !other.isEmpty() && known.containsAll(other);
    }

    /** Whether the one letter in which they differ is a slip: none that makes another word, or another number. */
    private static boolean isSlip(String written, String name) {
        int shorter = Math.min(written.length(), name.length());
        int start = 0;
        while (start < shorter && written.charAt(start) == name.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && written.charAt(written.length() - 1 - end) == name.charAt(name.length() - 1 - end)) {
            end++;
        }
        String mine = written.substring(start, written.length() - end);
        String its = name.substring(start, name.length() - end);
        boolean hasDigit = (mine + its).chars().anyMatch(c -> Spelling.isDigit((char) c));
        boolean isDoubled = isDoubled(written, name) || isDoubled(name, written);
        if (hasDigit || (shorter < LEAST_CERTAIN && !isDoubled)) {
            return false;
        }
        boolean isReplaced = mine.length() == 1 && its.length() == 1;
        boolean isAtStart = start == 0 && mine.length() != its.length();
        return isDoubled || (!isReplaced && !isAtStart);
    }
}
