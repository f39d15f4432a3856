package io.ambit.core.backlog.search;

import java.util.Arrays;

/** How often a term stands in which field of one item, and in which of its passages, while the item is read. */
final class TermUse {
    /** Weights within a passage are kept in tenths. */
    static final int SCALE = 10;

    static final int MOST_PASSAGES = 1 << 19;
    private static final int BITS = 12;
    private static final int MOST_TENTHS = (1 << BITS) - 1;
    private static final int MOST_IN_FIELD = 255;

    private final int[] fields = new int[ItemField.values().length];
    private int[] passages = new int[2];
    private int size;

    void add(ItemField field) {
        fields[field.place()]++;
    }

    /** Passages come in their order. */
    void add(int passage, int tenths) {
        if (size > 0 && passages[size - 1] >>> BITS == passage) {
            int sum = Math.min(MOST_TENTHS, (passages[size - 1] & MOST_TENTHS) + tenths);
            passages[size - 1] = passage << BITS | sum;
        } else {
            if (size == passages.length) {
                passages = Arrays.copyOf(passages, size * 2);
            }
            passages[size++] = passage << BITS | Math.min(MOST_TENTHS, tenths);
        }
    }

    int packedLength() {
        return 3 + size;
    }

    /** Names, body, number of passages, passages. */
    void pack(int[] data, int at) {
        int names = 0;
        for (ItemField field : ItemField.values()) {
            if (field != ItemField.BODY) {
                names = names << 8 | Math.min(MOST_IN_FIELD, fields[field.place()]);
            }
        }
        data[at] = names;
        data[at + 1] = fields[ItemField.BODY.place()];
        data[at + 2] = size;
        System.arraycopy(passages, 0, data, at + 3, size);
    }

    static int occurrences(int[] data, int at, ItemField field) {
        return field == ItemField.BODY
                ? data[at + 1]
                : (data[at] >>> (8 * (ItemField.BODY.place() - 1 - field.place()))) & MOST_IN_FIELD;
    }

    static int passages(int[] data, int at) {
        return data[at + 2];
    }

    static int passage(int[] data, int at, int number) {
        return data[at + 3 + number] >>> BITS;
    }

    static double weight(int[] data, int at, int number) {
        return (double) (data[at + 3 + number] & MOST_TENTHS) / SCALE;
    }
}
