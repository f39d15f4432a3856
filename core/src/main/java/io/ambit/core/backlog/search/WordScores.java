package io.ambit.core.backlog.search;

import java.util.BitSet;
import java.util.Map;

/**
 * How well the words of items fit a question (BM25F): of each item as a whole, which tells what it is about, and of each
 * of its passages, which tells whether it says it in one place.
 */
final class WordScores {
    private static final ItemField[] FIELDS = ItemField.values();
    private static final double LEAST = 1e-9;
    private static final double K1_ITEM = 1.2;
    private static final double K1_PASSAGE = 0.7;
    private static final double B_PASSAGE = 0.75;

    private final ItemIndex index;
    private final double[] items;
    private final float[] passages;
    private final double[] titles;
    private final float[] bestPassages;
    private double bestItem = LEAST;
    private double bestPassage = LEAST;
    private double asked;

    private WordScores(ItemIndex index) {
        this.index = index;
        items = new double[index.places()];
        titles = new double[index.places()];
        bestPassages = new float[index.places()];
        passages = new float[index.passagePlaces()];
    }

    /** Scores the items that are allowed. */
    static WordScores of(ItemIndex index, QuestionTerms terms, BitSet allowed) {
        WordScores scores = new WordScores(index);
        for (Map.Entry<String, Double> term : terms.weights().entrySet()) {
            Postings postings = index.postings(term.getKey());
            if (postings != null) {
                scores.add(postings, term.getValue(), allowed);
            }
        }
        scores.finish(allowed);
        return scores;
    }

    private void add(Postings postings, double weight, BitSet allowed) {
        double itemIdf = weight * idf(index.items(), postings.items());
        double passageIdf = weight * idf(index.passages(), postings.passages());
        double averagePassage = index.averagePassage();
        double[] averages = new double[FIELDS.length];
        for (ItemField field : FIELDS) {
            averages[field.place()] = index.average(field);
        }
        asked += itemIdf;
        for (int i = 0; i < postings.size(); i++) {
            int slot = postings.slot(i);
            if (!allowed.get(slot)) {
                continue;
            }
            IndexedItem item = index.indexed(slot);
            int[] data = item.data();
            int at = postings.offset(i);
            double frequency = 0;
            for (ItemField field : FIELDS) {
                int occurrences = TermUse.occurrences(data, at, field);
                frequency += occurrences == 0
                        ? 0
                        : field.frequency(occurrences, item.length(field), averages[field.place()]);
            }
            items[slot] += itemIdf * frequency / (frequency + K1_ITEM);
            titles[slot] += TermUse.occurrences(data, at, ItemField.TITLE) > 0 ? itemIdf : 0;
            int first = index.firstPassage(slot);
            for (int p = 0; p < TermUse.passages(data, at); p++) {
                int passage = TermUse.passage(data, at, p);
                double norm = 1 - B_PASSAGE + B_PASSAGE * item.passageLength(passage) / averagePassage;
                double tf = TermUse.weight(data, at, p) / norm;
                passages[first + passage] += (float) (passageIdf * tf / (tf + K1_PASSAGE));
            }
        }
    }

    private static double idf(int all, int having) {
        return Math.log(1 + (all - having + 0.5) / (having + 0.5));
    }

    private void finish(BitSet allowed) {
        for (int slot = allowed.nextSetBit(0); slot >= 0; slot = allowed.nextSetBit(slot + 1)) {
            if (items[slot] > 0) {
                float best = 0;
                int first = index.firstPassage(slot);
                int end = first + index.indexed(slot).passages().size();
                for (int place = first; place < end; place++) {
                    best = Math.max(best, passages[place]);
                }
                bestPassages[slot] = best;
                bestItem = Math.max(bestItem, items[slot]);
                bestPassage = Math.max(bestPassage, best);
            }
        }
    }

    /** How well an item fits as a whole, as a share of the one that fits best. */
    double item(int slot) {
        return items[slot] / bestItem;
    }

    /** How well the best passage of an item fits, as a share of the best of all. */
    double bestPassage(int slot) {
        return bestPassages[slot] / bestPassage;
    }

    /** The same of any passage. */
    double passage(int slot, int passage) {
        return passages[index.firstPassage(slot) + passage] / bestPassage;
    }

    /** The share of what was asked that stands in the title, rare words counting for more. */
    double title(int slot) {
        return asked == 0 ? 0 : titles[slot] / asked;
    }
}
