package io.ambit.core.backlog.search;

import io.ambit.core.backlog.FoundItem;
import io.ambit.core.item.Item;
import io.ambit.core.item.Status;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final List<String> NAMES = List.of("id", "name", "title", "words", "passage", "meaning", "status");
    private static final Set<String> OVERTAKEN_WORDS = Set.of(
            "superseded", "deprecated", "cancelled", "canceled", "rejected", "obsolete", "withdrawn", "archived");

    private record Scored(int slot, double score) {}

    /** The best of the items that are allowed, best first. */
    List<FoundItem> best(BitSet allowed, int limit) {
        Comparator<Scored> better =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(one -> path(one.slot()));
        PriorityQueue<Scored> top = new PriorityQueue<>(better.reversed());
        for (int slot = allowed.nextSetBit(0); slot >= 0; slot = allowed.nextSetBit(slot + 1)) {
            if (isFound(slot)) {
                double[] parts = parts(slot);
                double score = 0;
                for (double part : parts) {
                    score += part;
                }
                top.add(new Scored(slot, score));
                if (top.size() > limit) {
                    top.remove();
                }
            }
        }
        return top.stream().sorted(better).map(one -> found(one)).toList();
    }

    private boolean isFound(int slot) {
        return words.item(slot) > 0 || meaning.item(slot) >= NEAR || pins.id(slot) > 0 || pins.title(slot) > 0;
    }

    /** What speaks for an item, in the order of {@link #NAMES}. */
    private double[] parts(int slot) {
        return new double[] {
            pins.id(slot),
            pins.title(slot),
            TITLE * words.title(slot),
            ITEM * words.item(slot),
            PASSAGE * words.bestPassage(slot),
            MEANING * meaning.item(slot),
            status(index.item(slot))
        };
    }

    private String path(int slot) {
        Item item = index.item(slot);
        return item == null ? "" : item.path();
    }

    private FoundItem found(Scored one) {
        IndexedItem indexed = index.indexed(one.slot());
        int best = 0;
        double most = -1;
        for (int p = 0; p < indexed.passages().size(); p++) {
            double fits = PASSAGE * words.passage(one.slot(), p) + MEANING * meaning.passage(one.slot(), p);
            if (fits > most) {
                best = p;
                most = fits;
            }
        }
        Item item = index.item(one.slot());
        if (item == null) {
            throw new IllegalStateException("an item left the index while it was ranked");
        }
        Map<String, Double> named = new LinkedHashMap<>();
        double[] parts = parts(one.slot());
        for (int p = 0; p < parts.length; p++) {
            if (parts[p] != 0) {
                named.put(NAMES.get(p), parts[p]);
            }
        }
        return new FoundItem(item, one.score(), indexed.passages().get(best).shown(), named);
    }

    /** What is closed still answers, after what is not. */
    private static double status(@Nullable Item item) {
        String status = item == null ? "" : item.status();
        if (item == null || status.isEmpty()) {
            return 0;
        }
        if (OVERTAKEN_WORDS.contains(firstWord(status))) {
            return OVERTAKEN;
        }
        return item.workStatus().filter(Status.DONE::equals).isPresent() ? CLOSED : 0;
    }

    private static String firstWord(String status) {
        int end = 0;
        while (end < status.length() && Character.isLetter(status.charAt(end))) {
            end++;
        }
        return status.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
