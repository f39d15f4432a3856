package io.ambit.core.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adds up what speaks for a record. Scores are added, never ranks: a rank does not tell a near miss from a far one, and
 * reciprocal rank fusion was measured to lose to the better of its parts.
 *
 * @param model whether records and question have vectors
 */
public record Fusion(boolean model) {
    private static final Part[] PARTS = Part.values();

    /** The parts of a record's score by their names; what adds nothing is left out. */
    public Map<String, Double> parts(Signals signals, Question question) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Part part : PARTS) {
            double value = part.weight(model) * part.of(signals, question);
            if (value != 0) {
                parts.put(part.label(), value);
            }
        }
        return parts;
    }

    /** The score of a record: the sum of its {@link #parts}. */
    public double score(Signals signals, Question question) {
        double sum = 0;
        for (Part part : PARTS) {
            sum += part.weight(model) * part.of(signals, question);
        }
        return sum;
    }
}
