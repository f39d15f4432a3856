package io.ambit.core.backlog.search;

import io.ambit.core.vector.ByteVectors;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** How near the passages of items are to a question in meaning: the cosines of their vectors. */
final class MeaningScores {
    private final ItemIndex index;
    private final byte @Nullable [] question;
    private final double length;
    private final double[] best;
    private boolean any;

    private MeaningScores(ItemIndex index, byte @Nullable [] question) {
        this.index = index;
        this.question = question;
        length = question == null ? 1 : ByteVectors.length(question);
        best = new double[index.places()];
    }

    /** Compares a question with the items that are allowed and have vectors. */
    static MeaningScores of(ItemIndex index, byte @Nullable [] question, BitSet allowed) {
        MeaningScores scores = new MeaningScores(index, question);
        if (question != null) {
            for (int slot = allowed.nextSetBit(0); slot >= 0; slot = allowed.nextSetBit(slot + 1)) {
                scores.compare(slot, question);
            }
        }
        return scores;
    }

    private void compare(int slot, byte[] asked) {
        PassageVectors vectors = index.indexed(slot).vectors();
        if (vectors != null) {
            any = true;
            double nearest = -1;
            for (int p = 0; p < vectors.size(); p++) {
                nearest = Math.max(nearest, vectors.cosine(p, asked, length));
            }
            best[slot] = Math.max(0, nearest);
        }
    }

    /** Whether an item could be compared. */
    boolean any() {
        return any;
    }

    /** The cosine of the nearest passage of an item; 0 where there is none. */
    double item(int slot) {
        return best[slot];
    }

    double passage(int slot, int passage) {
        PassageVectors vectors = index.indexed(slot).vectors();
        return question == null || vectors == null || passage >= vectors.size()
                ? 0
                : Math.max(0, vectors.cosine(passage, question, length));
    }
}
