package io.ambit.core.backlog.search;

import io.ambit.core.backlog.FoundItem;
import io.ambit.core.item.Item;
import io.ambit.core.item.Status;
import io.ambit.core.retrieval.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds up what speaks for an item. Scores are added, never ranks: a rank does not tell a near miss from a far one.
 *
 * @param words of the question, in the items
 */
record Ranking(ItemIndex index, WordScores words, MeaningScores meaning, Pins pins) {
    private static final double ITEM = 1;
    private static final double PASSAGE = 1;
    private static final double TITLE = 0.5;
    private static final double MEANING = 2;
    /** An item without a word of the question must be near in meaning to be an answer at all. */
    private static final double NEAR = 0.3;

    private static final double CLOSED = -0.02;
    private static final double OVERTAKEN = -0.08;
    private static final Set<String> OVERTAKEN_WORDS = Set.of(
            "superseded", "deprecated", "cancelled", "canceled", "rejected", "obsolete", "withdrawn", "archived");

    private record Scored(int slot, double score, Map<String, Double> parts) {}

    /** The best of the items that are allowed, best first. */
    List<FoundItem> best(BitSet allowed, int limit) {
        double bestItem = 1e-9;
        double bestPassage = 1e-9;
        double[] passages = new double[index.places()];
        for (int slot = allowed.nextSetBit(0); slot >= 0; slot = allowed.nextSetBit(slot + 1)) {
            if (words.item(slot) > 0) {
                bestItem = Math.max(bestItem, words.item(slot));
                for (int p = 0; p < index.indexed(slot).passages().size(); p++) {
                    passages[slot] = Math.max(passages[slot], words.passage(slot, p));
                }
                bestPassage = Math.max(bestPassage, passages[slot]);
            }
        }
        List<Scored> scored = new ArrayList<>();
        for (int slot = allowed.nextSetBit(0); slot >= 0; slot = allowed.nextSetBit(slot + 1)) {
            Item item = index.item(slot);
            boolean found =
                    words.item(slot) > 0 || meaning.item(slot) >= NEAR || pins.id(slot) > 0 || pins.title(slot) > 0;
            if (item != null && found) {
                Map<String, Double> parts = new LinkedHashMap<>();
                put(parts, "id", pins.id(slot));
                put(parts, "name", pins.title(slot));
                put(parts, "title", TITLE * words.title(slot));
                put(parts, "words", ITEM * words.item(slot) / bestItem);
                put(parts, "passage", PASSAGE * passages[slot] / bestPassage);
                put(parts, "meaning", MEANING * meaning.item(slot));
                put(parts, "status", status(item));
                double score =
                        parts.values().stream().mapToDouble(Double::doubleValue).sum();
                scored.add(new Scored(slot, score, parts));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(one -> path(one.slot())));
        double best = bestPassage;
        return scored.stream().limit(limit).map(one -> found(one, best)).toList();
    }

    private static void put(Map<String, Double> parts, String name, double value) {
        if (value != 0) {
            parts.put(name, value);
        }
    }

    private String path(int slot) {
        Item item = index.item(slot);
        return item == null ? "" : item.path();
    }

    private FoundItem found(Scored one, double bestPassage) {
        IndexedItem indexed = index.indexed(one.slot());
        int best = 0;
        double most = -1;
        for (int p = 0; p < indexed.passages().size(); p++) {
            double fits =
                    PASSAGE * words.passage(one.slot(), p) / bestPassage + MEANING * meaning.passage(one.slot(), p);
            if (fits > most) {
                best = p;
                most = fits;
            }
        }
        Item item = index.item(one.slot());
        if (item == null) {
            throw new IllegalStateException("an item left the index while it was ranked");
        }
        return new FoundItem(item, one.score(), indexed.passages().get(best).shown(), one.parts());
    }

    /** What is closed still answers, after what is not. */
    private static double status(Item item) {
        boolean overtaken = Tokens.of(item.status()).stream().limit(1).anyMatch(OVERTAKEN_WORDS::contains);
        if (overtaken) {
            return OVERTAKEN;
        }
        return item.workStatus().filter(status -> status == Status.DONE).isPresent() ? CLOSED : 0;
    }
}
