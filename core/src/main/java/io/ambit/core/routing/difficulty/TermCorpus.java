package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The terms of many prompts, as numbers: those that several prompts share, in the order of their text. */
final class TermCorpus {
    /** A term of fewer prompts is chance. */
    static final int LEAST_PROMPTS = 3;

    /** Most terms that are learned, those of most prompts first: it bounds what is stored. */
    private static final int MOST_TERMS = 80_000;

    /** Terms that fall into a bucket which was met too seldom need not be told apart: most terms occur once. */
    private static final int BUCKETS = 1 << 20;

    final List<String> names;
    final List<Row> rows = new ArrayList<>();

    /**
     * A prompt.
     *
     * @param columns indexes of its terms, those of the topic before those of the form
     * @param counts how often each occurs
     * @param topics how many of them belong to the topic
     */
    @SuppressWarnings("ArrayRecordComponent") // a row of a matrix, never compared
    record Row(int[] columns, int[] counts, int topics) {}

    TermCorpus(List<List<String>> prompts) {
        names = names(prompts);
        Map<String, Integer> index = new HashMap<>();
        for (String name : names) {
            index.put(name, index.size());
        }
        for (List<String> tokens : prompts) {
            PromptTerms terms = PromptTerms.of(tokens);
            List<int[]> known = new ArrayList<>();
            add(terms.topic(), index, known);
            int topics = known.size();
            add(terms.form(), index, known);
            rows.add(new Row(
                    known.stream().mapToInt(pair -> pair[0]).toArray(),
                    known.stream().mapToInt(pair -> pair[1]).toArray(),
                    topics));
        }
    }

    private static void add(Map<String, Integer> counts, Map<String, Integer> index, List<int[]> known) {
        int from = known.size();
        counts.forEach((term, count) -> {
            Integer column = index.get(term);
            if (column != null) {
                known.add(new int[] {column, count});
            }
        });
        // Sums depend on their order in the last bits.
        known.subList(from, known.size()).sort((a, b) -> Integer.compare(a[0], b[0]));
    }

    private static List<String> names(List<List<String>> prompts) {
        byte[] met = new byte[BUCKETS];
        for (List<String> tokens : prompts) {
            PromptTerms.of(tokens).all(term -> {
                if (met[bucket(term)] < LEAST_PROMPTS) {
                    met[bucket(term)]++;
                }
            });
        }
        Map<String, Integer> frequencies = new HashMap<>();
        for (List<String> tokens : prompts) {
            PromptTerms.of(tokens).all(term -> {
                if (met[bucket(term)] == LEAST_PROMPTS) {
                    frequencies.merge(term, 1, Integer::sum);
                }
            });
        }
        int least = LEAST_PROMPTS - 1;
        do {
            int seldom = least++;
            frequencies.values().removeIf(count -> count <= seldom);
        } while (frequencies.size() > MOST_TERMS);
        return List.copyOf(new TreeSet<>(frequencies.keySet()));
    }

    private static int bucket(String term) {
        int hash = term.hashCode() * 0x9E3779B9;
        return hash >>> 12;
    }
}
