package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.memory.disclosure.TopicWords;
import io.ambit.core.memory.fact.FactTimeline;
import io.ambit.core.memory.fact.FactTimeline.Stated;
import io.ambit.core.memory.fact.Folded;
import io.ambit.core.record.Fact;
import io.ambit.core.text.Words;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether two statements exclude each other, by words alone: one subject of which two things are said, one
 * statement with and without a "not", one sentence with two numbers. It proposes; a person decides.
 */
final class Contradiction {
    private static final double SAME_WORDS = 0.6;
    private static final int MOST_SUBJECT_WORDS = 6;
    private static final int MOST_OBJECT_WORDS = 12;
    private static final List<String> VERBS =
            List.of(" is ", " are ", " uses ", " use ", " must be ", " equals ", " = ", " runs on ", " lives in ");
    private static final Set<String> DENIALS = Set.of(
            "not", "never", "no", "don", "doesn", "isn", "aren", "without", "cannot", "can't", "avoid", "stop",
            "neither");

    private Contradiction() {}

    /** Why they exclude each other; empty where they do not. */
    static Optional<String> between(Captured a, Captured b) {
        return ofFacts(a, b).or(() -> ofWords(a.statement(), b.statement()));
    }

    private static Optional<String> ofFacts(Captured a, Captured b) {
        Optional<Fact> one = fact(a);
        Optional<Fact> other = fact(b);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        boolean isOfSame = Folded.of(one.get().subject())
                        .equals(Folded.of(other.get().subject()))
                && Folded.of(one.get().predicate()).equals(Folded.of(other.get().predicate()))
                && one.get().single()
                && other.get().single();
        if (!isOfSame) {
            return Optional.empty();
        }
        List<FactTimeline.Settled> settled =
                FactTimeline.settle(List.of(new Stated(one.get(), a.at()), new Stated(other.get(), b.at())));
        boolean isClosed = settled.stream().anyMatch(fact -> fact.closedBy() >= 0);
        return isClosed
                ? Optional.of("of '" + one.get().subject() + "' one says '"
                        + one.get().object() + "', the other '" + other.get().object() + "'")
                : Optional.empty();
    }

    /** A short statement of one subject as a fact with one value at a time. */
    private static Optional<Fact> fact(Captured captured) {
        if (captured.record() != null && captured.record().content() instanceof Fact fact) {
            return Optional.of(fact);
        }
        String line = captured.statement();
        for (String verb : VERBS) {
            int at = line.indexOf(verb);
            if (at > 0) {
                String subject = article(line.substring(0, at).strip());
                String object = line.substring(at + verb.length()).strip();
                int end = object.indexOf(". ");
                object = end > 0 ? object.substring(0, end) : object;
                int subjectWords = Words.of(subject).size();
                int objectWords = Words.of(object).size();
                boolean isShort = subjectWords > 0
                        && subjectWords <= MOST_SUBJECT_WORDS
                        && objectWords > 0
                        && objectWords <= MOST_OBJECT_WORDS;
                return isShort
                        ? Optional.of(new Fact(subject, verb.strip(), trimmed(object), true, null, null))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String article(String subject) {
        return subject.regionMatches(true, 0, "the ", 0, 4) ? subject.substring(4) : subject;
    }

    private static String trimmed(String object) {
        return object.endsWith(".") ? object.substring(0, object.length() - 1) : object;
    }

    private static Optional<String> ofWords(String a, String b) {
        Set<String> one = content(a);
        Set<String> other = content(b);
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        int all = one.size() + other.size() - shared.size();
        if (shared.size() < 2 || (double) shared.size() / all < SAME_WORDS) {
            return Optional.empty();
        }
        if (denies(a) != denies(b)) {
            return Optional.of("one denies what the other says");
        }
        Set<String> numbers = numbers(a);
        Set<String> others = numbers(b);
        if (!numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others)) {
            return Optional.of("one says " + String.join(", ", numbers) + ", the other " + String.join(", ", others));
        }
        return Optional.empty();
    }

    private static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>(TopicWords.of(text));
        words.removeIf(word -> DENIALS.contains(word) || isNumber(word));
        return words;
    }

    private static boolean denies(String text) {
        return Words.of(text).stream().anyMatch(DENIALS::contains);
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>(Words.of(text));
        numbers.removeIf(word -> !isNumber(word));
        return numbers;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
