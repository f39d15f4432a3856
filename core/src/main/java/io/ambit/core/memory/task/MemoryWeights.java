package io.ambit.core.memory.task;

import io.ambit.core.record.MemoryType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** In which measure each kind of memory is drawn on; 0 for not at all. */
public record MemoryWeights(double episodic, double semantic, double skill, double antiPattern) {
    /** Every kind alike, for plain search. */
    public static final MemoryWeights EVEN = new MemoryWeights(1, 1, 1, 1);

    public MemoryWeights {
        for (double weight : List.of(episodic, semantic, skill, antiPattern)) {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("weight " + weight + " of a kind of memory, expected 0 to 1");
            }
        }
    }

    public double of(MemoryType type) {
        return switch (type) {
            case EPISODIC -> episodic;
            case SEMANTIC -> semantic;
            case SKILL -> skill;
            case ANTI_PATTERN -> antiPattern;
        };
    }

    public double highest() {
        return Math.max(Math.max(episodic, semantic), Math.max(skill, antiPattern));
    }

    /** These weights, with at least {@code least} for the types that were asked for by name. */
    public MemoryWeights atLeast(double least, Iterable<MemoryType> types) {
        Map<MemoryType, Double> raised = new EnumMap<>(MemoryType.class);
        for (MemoryType type : MemoryType.values()) {
            raised.put(type, of(type));
        }
        types.forEach(type -> raised.merge(type, least, Math::max));
        return new MemoryWeights(
                raised.getOrDefault(MemoryType.EPISODIC, 0.0),
                raised.getOrDefault(MemoryType.SEMANTIC, 0.0),
                raised.getOrDefault(MemoryType.SKILL, 0.0),
                raised.getOrDefault(MemoryType.ANTI_PATTERN, 0.0));
    }

    /**
     * How many of {@code limit} places each kind has by its weight: whole shares first, what is left to the largest
     * remainders (Hare quota), ties in the order of the kinds.
     */
    public Map<MemoryType, Integer> places(int limit) {
        double sum = episodic + semantic + skill + antiPattern;
        Map<MemoryType, Integer> places = new EnumMap<>(MemoryType.class);
        Map<MemoryType, Double> remainders = new EnumMap<>(MemoryType.class);
        int left = limit;
        for (MemoryType type : MemoryType.values()) {
            double share = sum == 0 ? 0 : limit * of(type) / sum;
            // What rounding took from a share that is a whole number must not cost a place.
            int whole = (int) Math.floor(share + 1e-9);
            places.put(type, whole);
            remainders.put(type, of(type) == 0 ? -1 : share - whole);
            left -= whole;
        }
        List<MemoryType> byRemainder = Arrays.stream(MemoryType.values())
                .filter(type -> remainders.getOrDefault(type, -1.0) > 1e-9)
                .sorted(Comparator.comparingDouble((MemoryType type) -> -remainders.getOrDefault(type, 0.0)))
                .toList();
        for (MemoryType type : byRemainder.subList(0, Math.min(Math.max(left, 0), byRemainder.size()))) {
            places.merge(type, 1, Integer::sum);
        }
        return places;
    }
}
