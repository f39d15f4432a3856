package io.ambit.core.backlog.search;

import java.util.Arrays;

/** Which items have a term, and where in their data its use stands. Items that are gone stay in it until it is made anew. */
final class Postings {
    private int[] slots = new int[2];
    private int[] offsets = new int[2];
    private int size;
    private int items;
    private int passages;

    void add(int slot, int offset, int inPassages) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        slots[size] = slot;
        offsets[size++] = offset;
        items++;
        passages += inPassages;
    }

    void gone(int inPassages) {
        items--;
        passages -= inPassages;
    }

    int size() {
        return size;
    }

    int slot(int number) {
        return slots[number];
    }

    int offset(int number) {
        return offsets[number];
    }

    /** How many items have the term. */
    int items() {
        return items;
    }

    /** How many passages have it. */
    int passages() {
        return passages;
    }
}
