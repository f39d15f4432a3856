package io.ambit.core.tooluse.suggest;

import io.ambit.core.retrieval.Sentences;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.vector.ByteVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is compared with tools and with requests: its terms, its vector, and the same of its sentences. A model
 * takes the longer the more it reads: of a long text it reads the sentences whose words tell most of the tools that
 * there are, and their mean stands for the whole.
 */
final class Asked {
    private static final int MOST_PARTS = 32;
    private static final int SHORTEST_PART = 2;
    /** A longer text, in characters, is not read as a whole. */
    private static final int LONG = 300;
    /** So many sentences are read. */
    private static final int MOST_READ = 5;
    /** Of a long text, so much of each. */
    private static final int READ_OF_EACH = 60;

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

    /**
     * Reads a text; by its words alone where there is no model.
     *
     * @param tools that it asks for one of
     */
    static Asked of(String text, TermAnalysis analysis, @Nullable TextMeaning meaning, ToolSet tools) {
        List<String> sentences = sentences(text, analysis);
        boolean whole = text.length() <= LONG || sentences.isEmpty();
        int each = whole ? LONG : READ_OF_EACH;
        List<Integer> chosen = meaning == null ? List.of() : telling(sentences, each, analysis, tools);
        List<String> read = new ArrayList<>(
                chosen.stream().map(s -> cut(sentences.get(s), each)).toList());
        if (whole) {
            read.add(cut(text, LONG));
        }
        List<float[]> vectors = meaning == null ? List.of() : meaning.ofQuestions(read);
        List<Asked> parts = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            int place = vectors.isEmpty() ? -1 : chosen.indexOf(s);
            parts.add(new Asked(analysis.terms(sentences.get(s)), place < 0 ? null : vectors.get(place), List.of()));
        }
        float[] vector = vectors.isEmpty() ? null : whole ? vectors.getLast() : mean(vectors);
        return new Asked(analysis.terms(text), vector, parts);
    }

    /** The places of the sentences whose words tell most, in order. */
    private static List<Integer> telling(List<String> sentences, int each, TermAnalysis analysis, ToolSet tools) {
        double[] told = new double[sentences.size()];
        for (int s = 0; s < told.length; s++) {
            told[s] = tools.told(analysis.terms(cut(sentences.get(s), each)));
        }
        return IntStream.range(0, told.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> -told[s]))
                .limit(MOST_READ)
                .sorted()
                .toList();
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.getFirst().length];
        vectors.forEach(vector -> Cosine.add(sum, vector, 1));
        return Cosine.unit(sum);
    }

    private static List<String> sentences(String text, TermAnalysis analysis) {
        List<String> sentences = text.lines()
                .flatMap(line -> Sentences.of(line).stream())
                .filter(sentence -> analysis.terms(sentence).size() >= SHORTEST_PART)
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
