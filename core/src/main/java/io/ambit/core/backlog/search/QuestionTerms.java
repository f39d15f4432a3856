package io.ambit.core.backlog.search;

import io.ambit.core.retrieval.Compound;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.spi.TermAnalysis;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The terms that are looked for, with how much each counts. */
final class QuestionTerms {
    /** A name written of several words: its parts are words of their own, unless only capitals tell them apart. */
    private static final double WHOLE = 0.5;

    private static final double WHOLE_BY_CASE = 1;
    private static final double PART_BY_CASE = 0.5;
    /** Two words that stand side by side here, and as one elsewhere. */
    private static final double JOINED = 0.5;

    private static final double ONE_SLIP = 0.8;
    private static final double TWO_SLIPS = 0.6;
    private static final double BEGUN = 0.6;
    private static final int MOST_GUESSES = 3;
    /** Of a longer question the rarest count. */
    private static final int MOST_TERMS = 64;

    private final ItemIndex index;
    private final TermAnalysis analysis;
    private final Map<String, Double> weights = new LinkedHashMap<>();

    private QuestionTerms(ItemIndex index, TermAnalysis analysis) {
        this.index = index;
        this.analysis = analysis;
    }

    /** The terms of a question that stand in the index. */
    static QuestionTerms of(String text, ItemIndex index, TermAnalysis analysis) {
        QuestionTerms terms = new QuestionTerms(index, analysis);
        terms.read(text);
        terms.shorten();
        return terms;
    }

    Map<String, Double> weights() {
        return weights;
    }

    private void read(String text) {
        List<String> words = Tokens.of(Compound.spaced(text));
        Map<String, Double> shares = new HashMap<>();
        for (Compound compound : Compound.of(text)) {
            add(compound.whole(), compound.byCase() ? WHOLE_BY_CASE : WHOLE);
            if (compound.byCase()) {
                compound.parts().forEach(part -> shares.put(part, PART_BY_CASE));
            }
        }
        // Terms come from the whole text, whose language a single word would not tell.
        for (String term : analysis.terms(Compound.spaced(text))) {
            put(term, 1);
        }
        shares.forEach((part, share) -> analysis.terms(part).forEach(term -> weights.replace(term, share)));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i + 1 < words.size()) {
                add(word + words.get(i + 1), JOINED);
            }
            if (isUnknown(word)) {
                guess(word, i == words.size() - 1);
            }
        }
    }

    private boolean isUnknown(String word) {
        List<String> terms = analysis.terms(word);
        return !terms.isEmpty() && terms.stream().allMatch(term -> index.postings(term) == null);
    }

    private void guess(String word, boolean last) {
        List<Vocabulary.Near> near = index.vocabulary().near(word);
        int distance = near.isEmpty() ? 0 : near.getFirst().distance();
        guess(near.stream().map(Vocabulary.Near::word).toList(), distance <= 1 ? ONE_SLIP : TWO_SLIPS);
        if (last) {
            guess(index.vocabulary().startingWith(word, MOST_GUESSES), BEGUN);
        }
    }

    /** Only one of them was meant, so that together they count for no more than one. */
    private void guess(List<String> words, double weight) {
        List<String> terms = words.stream()
                .flatMap(word -> analysis.terms(word).stream())
                .distinct()
                .filter(term -> index.postings(term) != null && !weights.containsKey(term))
                .sorted(Comparator.comparingInt((String term) -> -items(term)).thenComparing(term -> term))
                .limit(MOST_GUESSES)
                .toList();
        for (String term : terms) {
            weights.put(term, weight / terms.size());
        }
    }

    private int items(String term) {
        Postings postings = index.postings(term);
        return postings == null ? 0 : postings.items();
    }

    private void add(String word, double weight) {
        analysis.terms(word).forEach(term -> put(term, weight));
    }

    private void put(String term, double weight) {
        if (index.postings(term) != null) {
            weights.merge(term, weight, Math::max);
        }
    }

    private void shorten() {
        if (weights.size() > MOST_TERMS) {
            Set<String> kept = new HashSet<>(weights.keySet().stream()
                    .sorted(Comparator.comparingInt(this::items))
                    .limit(MOST_TERMS)
                    .toList());
            weights.keySet().retainAll(kept);
        }
    }
}
