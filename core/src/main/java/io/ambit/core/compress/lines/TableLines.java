package io.ambit.core.compress.lines;

/** Rows of as many columns each, divided by commas, tabs, semicolons or bars: the head and the first rows, then the rest. */
final class TableLines implements LineKind {
    private static final String SEPARATORS = "\t|;,";
    private static final int MIN_ROWS = 5;
    private static final int FIRST_ROWS = 3;

    @Override
    public String name() {
        return "table";
    }

    @Override
    public boolean claims(Lines lines) {
        int filled = 0;
        for (int i = 0; i < lines.size(); i++) {
            filled += lines.isBlank(i) ? 0 : 1;
        }
        if (filled < MIN_ROWS) {
            return false;
        }
        for (int s = 0; s < SEPARATORS.length(); s++) {
            if (hasColumns(lines, SEPARATORS.charAt(s), filled)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nine of ten lines have as many of the separator as the first one, and enough of it to be no sentence. */
    private static boolean hasColumns(Lines lines, char separator, int filled) {
        int wanted = -1;
        int like = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            int count = 0;
            String line = lines.get(i);
            for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) {
                boolean comma = separator == ',' && at + 1 < line.length() && line.charAt(at + 1) == ' ';
                count += comma ? 0 : 1;
            }
            wanted = wanted < 0 ? count : wanted;
            like += count == wanted ? 1 : 0;
        }
        return wanted >= 2 && like * 10 >= filled * 9;
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        int rows = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            if (rows <= FIRST_ROWS) {
                judgement.rank(
                        i,
                        rows == 0 ? Judgement.RED : Judgement.WARNING,
                        rows == 0 ? "head of the table" : "first rows");
            }
            rows++;
        }
        judgement.ends(0.1, 0.1);
        RedLines.judge(judgement, true);
    }
}
