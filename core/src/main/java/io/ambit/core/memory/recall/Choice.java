package io.ambit.core.memory.recall;

import io.ambit.core.memory.recall.Ranking.Ranked;
import io.ambit.core.memory.task.MemoryWeights;
import io.ambit.core.record.MemoryType;
import io.ambit.core.vector.HashedWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Picks from ranked candidates as many as were asked for. */
final class Choice {
    /** A kind's places go only to records that bear on the question about as much as a quarter of the best does. */
    private static final double LEAST_RELEVANCE = 0.25;

    private static final double MMR_LAMBDA = 0.7;
    private static final int MMR_POOL = 10;

    private Choice() {}

    /** The best, each kind of memory first in its places; those that stay empty go to the best of the rest. */
    static List<Ranked> byPlaces(List<Ranked> ranked, MemoryWeights weights, int limit) {
        double best = ranked.stream().mapToDouble(Ranked::relevance).max().orElse(0);
        Map<MemoryType, Integer> places = new EnumMap<>(weights.places(limit));
        List<Ranked> chosen = new ArrayList<>();
        for (Ranked one : ranked) {
            MemoryType type = one.candidate().record.kind().type();
            int free = places.getOrDefault(type, 0);
            if (free > 0 && chosen.size() < limit && one.relevance() >= LEAST_RELEVANCE * best) {
                places.put(type, free - 1);
                chosen.add(one);
            }
        }
        for (Ranked one : ranked) {
            if (chosen.size() < limit && !chosen.contains(one)) {
                chosen.add(one);
            }
        }
        return ranked.stream().filter(chosen::contains).toList();
    }

    /**
     * The same records, those first that bear on the question and say something else than those before (maximal
     * marginal relevance, Carbonell and Goldstein 1998), alike by their words. Only the best few per result are looked
     * at; the rest follows.
     */
    static List<Ranked> varied(List<Ranked> ranked, int limit) {
        int pool = Math.min(ranked.size(), limit * MMR_POOL);
        List<Ranked> left = new ArrayList<>(ranked.subList(0, pool));
        List<HashedWords> words = new ArrayList<>();
        left.forEach(
                one -> words.add(HashedWords.of(one.candidate().record.content().text())));
        double best = ranked.isEmpty() ? 1 : Math.max(ranked.getFirst().score(), 1e-9);
        double[] alike = new double[pool];
        List<Ranked> varied = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < pool; i++) {
            open.add(i);
        }
        while (!open.isEmpty() && varied.size() < limit) {
            int next = open.getFirst();
            double top = Double.NEGATIVE_INFINITY;
            for (int i : open) {
                double value = MMR_LAMBDA * left.get(i).score() / best - (1 - MMR_LAMBDA) * alike[i];
                if (value > top) {
                    top = value;
                    next = i;
                }
            }
            open.remove(Integer.valueOf(next));
            varied.add(left.get(next));
            for (int i : open) {
                alike[i] = Math.max(alike[i], words.get(next).cosine(words.get(i)));
            }
        }
        ranked.stream().filter(one -> !varied.contains(one)).forEach(varied::add);
        return varied;
    }
}
