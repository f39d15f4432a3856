package io.ambit.cli.config;

/** Levenshtein's distance: how many characters to add, remove or change, whatever their case. */
final class EditDistance {
    private EditDistance() {}

    static int between(String first, String second) {
        int[] above = new int[second.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same =
                        Character.toLowerCase(first.charAt(i - 1)) == Character.toLowerCase(second.charAt(j - 1));
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[second.length()];
    }
}
