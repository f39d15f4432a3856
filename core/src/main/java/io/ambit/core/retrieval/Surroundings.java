package io.ambit.core.retrieval;

/**
 * How much the words of the messages around a message count as words of its own. What a short answer is about often
 * stands in the question before it.
 */
public final class Surroundings {
    /** How many messages before count. */
    public static final int BEFORE = 4;
    /** How many messages after count. */
    public static final int AFTER = 2;

    /** A longer message speaks for itself and lends no words. */
    public static final int LONGEST_LENDER = 80;

    /** From this length on, in words, a message borrows less. */
    private static final double SHORT = 30;

    private static final double[] WEIGHT_BEFORE = {0.4, 0.3, 0.2, 0.1};
    private static final double[] WEIGHT_AFTER = {0.3, 0.1};

    private Surroundings() {}

    /**
     * The weight of a neighbour's words.
     *
     * @param offset its position less that of the message, from -{@value #BEFORE} to {@value #AFTER}, not 0
     * @param words of the message that borrows
     */
    public static double weight(int offset, int words) {
        double near = offset < 0 ? WEIGHT_BEFORE[-offset - 1] : WEIGHT_AFTER[offset - 1];
        return near * Math.min(1, SHORT / Math.max(1, words));
    }
}
