package io.ambit.core.backlog.search;

/**
 * Where in an item a word stands. What it is called counts for more than what it says, and the length of a name says
 * less than that of a text: weights and length normalisation as BM25F has them (Robertson, Zaragoza and Taylor 2004).
 */
enum ItemField {
    TITLE(0, 4, 0.3),
    HEADINGS(1, 1.5, 0.75),
    LABELS(2, 1.5, 0.3),
    PATH(3, 1, 0.3),
    BODY(4, 1, 0.75);

    private final int place;
    private final double weight;
    private final double b;

    ItemField(int place, double weight, double b) {
        this.place = place;
        this.weight = weight;
        this.b = b;
    }

    /** Its place in arrays that hold something for each field. */
    int place() {
        return place;
    }

    /**
     * What occurrences in this field add to the frequency of a term.
     *
     * @param length terms of the field in this item
     * @param average terms of the field in an item
     */
    double frequency(int occurrences, int length, double average) {
        return weight * occurrences / (1 - b + b * length / Math.max(1, average));
    }
}
