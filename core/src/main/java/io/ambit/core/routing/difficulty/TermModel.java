package io.ambit.core.routing.difficulty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A linear model over the terms of a prompt, each view of them weighed by rarity and brought to length 1.
 *
 * @param base the estimate for a prompt without known terms
 * @param terms by their text
 */
public record TermModel(double base, Map<String, Term> terms) {

    /**
     * A term that the model knows.
     *
     * @param rarity inverse document frequency
     * @param weight what it adds
     */
    public record Term(double rarity, double weight) {}

    public TermModel {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    double estimate(PromptTerms prompt) {
        return base + sum(prompt.topic()) + sum(prompt.form());
    }

    /** Terms that are not known do not count for the length either. */
    private double sum(Map<String, Integer> counts) {
        double sum = 0;
        double squares = 0;
        for (Map.Entry<String, Integer> counted : counts.entrySet()) {
            Term term = terms.get(counted.getKey());
            if (term != null) {
                double value = value(counted.getValue(), term.rarity());
                sum += value * term.weight();
                squares += value * value;
            }
        }
        return squares > 0 ? sum / Math.sqrt(squares) : 0;
    }

    /** What a term counts for that occurs so often. */
    static double value(int count, double rarity) {
        return (1 + Math.log(count)) * rarity;
    }
}
