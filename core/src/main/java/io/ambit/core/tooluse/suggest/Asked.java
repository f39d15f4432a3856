package io.ambit.core.tooluse.suggest;

import io.ambit.core.retrieval.Sentences;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.vector.ByteVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text as it is compared with tools and with requests: its terms, its vector, and the same of its sentences. */
final class Asked {
    /** More sentences than this are not looked at one by one; the longest are. */
    private static final int MOST_PARTS = 6;

    private static final int SHORTEST_PART = 2;

    private final List<String> terms;
    private final float @Nullable [] vector;
    private final byte @Nullable [] bytes;
    private final List<Asked> parts;

    private Asked(List<String> terms, float @Nullable [] vector, List<Asked> parts) {
        this.terms = List.copyOf(terms);
        this.vector = vector;
        this.bytes = vector == null ? null : ByteVectors.of(vector);
        this.parts = List.copyOf(parts);
    }

    /** Reads a text; by its words alone where there is no model. */
    static Asked of(String text, TermAnalysis analysis, @Nullable TextMeaning meaning) {
        List<String> sentences = sentences(text, analysis);
        List<String> all = new ArrayList<>(List.of(text));
        all.addAll(sentences);
        List<float[]> vectors = meaning == null ? List.of() : meaning.ofQuestions(all);
        List<Asked> parts = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            parts.add(new Asked(
                    analysis.terms(sentences.get(s)), vectors.isEmpty() ? null : vectors.get(s + 1), List.of()));
        }
        return new Asked(analysis.terms(text), vectors.isEmpty() ? null : vectors.getFirst(), parts);
    }

    private static List<String> sentences(String text, TermAnalysis analysis) {
        List<String> sentences = text.lines()
                .flatMap(line -> Sentences.of(line).stream())
                .filter(sentence -> analysis.terms(sentence).size() >= SHORTEST_PART)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_PARTS)
                .toList();
        return sentences.size() < 2 ? List.of() : sentences;
    }

    List<String> terms() {
        return terms;
    }

    boolean hasVector() {
        return vector != null;
    }

    /** Its vector, of length 1. */
    float[] vector() {
        return Objects.requireNonNull(vector, "a text without a vector");
    }

    /** Its vector in bytes; null where there is none. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    List<Asked> parts() {
        return parts;
    }
}
