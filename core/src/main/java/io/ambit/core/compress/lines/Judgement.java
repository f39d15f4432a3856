package io.ambit.core.compress.lines;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of content says of each of its lines: whether it must stay, how much it is worth beside the others, and
 * what it is called where it is left out.
 */
final class Judgement {
    /** Ranks above all others: what must stay while there is any room at all. */
    static final byte MUST = 9;

    static final byte RED = 7;
    static final byte NEAR_RED = 6;
    static final byte WEAK_RED = 5;
    static final byte WARNING = 4;
    static final byte PLAIN = 0;

    private final Lines lines;
    private final byte[] ranks;
    private final float[] worth;
    private final @Nullable String[] whys;
    private final @Nullable String[] labels;
    private final int[] groups;
    private final int[] focus;
    private final Map<Integer, String> shorter = new HashMap<>();
    private double headShare;
    private double tailShare;

    Judgement(Lines lines) {
        this.lines = lines;
        this.ranks = new byte[lines.size()];
        this.worth = new float[lines.size()];
        this.whys = new String[lines.size()];
        this.labels = new String[lines.size()];
        this.groups = new int[lines.size()];
        this.focus = new int[lines.size()];
        Arrays.fill(groups, -1);
        Arrays.fill(worth, 1f);
    }

    Lines lines() {
        return lines;
    }

    /** Lifts a line to a rank; never lowers it. */
    void rank(int i, byte rank, String why) {
        if (rank > ranks[i]) {
            ranks[i] = rank;
            whys[i] = why;
        }
    }

    byte rank(int i) {
        return ranks[i];
    }

    /** Takes a line's rank away, for a repeat of one that stays. */
    void lower(int i, String label) {
        ranks[i] = PLAIN;
        whys[i] = null;
        worth(i, 0f);
        label(i, label);
    }

    /** What the line is worth among those of its rank, whatever its length; 1 unless said otherwise. */
    void worth(int i, float value) {
        worth[i] = value;
    }

    float worth(int i) {
        return worth[i];
    }

    void why(int i, String why) {
        whys[i] = why;
    }

    @Nullable String why(int i) {
        return whys[i];
    }

    /** What lines like this one are called, in the plural, where they are left out. */
    void label(int i, String label) {
        labels[i] = label;
    }

    @Nullable String label(int i) {
        return labels[i];
    }

    /** A form of the line with less in it, which is shown in its place. */
    void shorter(int i, String form) {
        if (form.length() < lines.length(i)) {
            shorter.put(i, form);
        }
    }

    /** What is shown of a line. */
    String shown(int i) {
        String form = shorter.get(i);
        return form == null ? lines.get(i) : form;
    }

    int shownLength(int i) {
        String form = shorter.get(i);
        return form == null ? lines.length(i) : form.length();
    }

    /** The character of a line that must be shown where the line is shortened; -1 for none. */
    int focus(int i) {
        return focus[i] - 1;
    }

    void focus(int i, int character) {
        focus[i] = character + 1;
    }

    /** Lines of a group say the same of other things; -1 is none. */
    void group(int i, int group) {
        groups[i] = group;
    }

    int group(int i) {
        return groups[i];
    }

    /** The shares of the room that the first and the last lines get, whatever they are worth. */
    void ends(double head, double tail) {
        headShare = head;
        tailShare = tail;
    }

    double headShare() {
        return headShare;
    }

    double tailShare() {
        return tailShare;
    }
}
