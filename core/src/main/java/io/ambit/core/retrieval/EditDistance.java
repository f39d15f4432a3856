package io.ambit.core.retrieval;

/**
 * How many characters to add, remove, change, or swap with their neighbours make one word of another (optimal string
 * alignment: Damerau 1964 as Boytsov 2011 restates it).
 */
public final class EditDistance {
    private EditDistance() {}

    /** The distance, or {@code most + 1} where it is larger than {@code most}. */
    public static int between(String first, String second, int most) {
        int columns = second.length() + 1;
        if (Math.abs(first.length() - second.length()) > most) {
            return most + 1;
        }
        int[] twoAbove = new int[columns];
        int[] above = new int[columns];
        int[] row = new int[columns];
        for (int j = 0; j < columns; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j < columns; j++) {
                int same = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    cost = Math.min(cost, twoAbove[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }
        return Math.min(above[second.length()], most + 1);
    }
}
