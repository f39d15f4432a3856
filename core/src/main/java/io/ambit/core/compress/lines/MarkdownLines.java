package io.ambit.core.compress.lines;

/**
 * Markdown, and text of labelled values: headings, then the first lines of paragraphs, lists, tables and blocks of code,
 * then the rest.
 */
final class MarkdownLines implements LineKind {
    private static final float HEADING = 6f;
    private static final float FIRST = 2f;
    private static final float REST = 0.7f;
    private static final float CODE_REST = 0.4f;
    private static final float ROW = 0.8f;
    private static final int CODE_HEAD = 3;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public boolean claims(Lines lines) {
        int headings = 0;
        int marks = 0;
        int filled = 0;
        int red = 0;
        boolean reports = false;
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            String line = lines.get(i).strip();
            filled++;
            if (line.startsWith("```")) {
                fenced = !fenced;
                marks += 2;
            } else if (!fenced) {
                headings += isHeading(line) ? 1 : 0;
                marks += isItem(line) || line.startsWith("|") || line.contains("](") || line.contains("**") ? 1 : 0;
                reports |= Red.of(line, 0) == Red.STRONG;
                red += lines.indent(i) == 0 && Red.isStructural(line, 0) ? 1 : 0;
            } else {
                marks++;
            }
        }
        // Where few lines are marked up, what reports failure is no page.
        int share = reports ? 4 : 12;
        return headings > 0 && (headings + marks) * share >= filled && red * 20 <= filled;
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        boolean fenced = false;
        int inBlock = 0;
        int inTable = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                inBlock = fenced ? inBlock : 0;
                inTable = 0;
                continue;
            }
            String line = lines.get(i).strip();
            if (line.startsWith("```")) {
                fenced = !fenced;
                inBlock = 0;
                judgement.worth(i, fenced ? FIRST : REST);
            } else if (fenced) {
                judgement.worth(i, inBlock < CODE_HEAD ? FIRST : CODE_REST);
            } else if (isHeading(line)) {
                judgement.worth(i, HEADING);
                judgement.why(i, "heading");
            } else if (line.startsWith("|")) {
                judgement.worth(i, inTable++ < 4 ? FIRST : ROW);
            } else {
                judgement.worth(i, inBlock == 0 || isItem(line) ? FIRST : REST);
            }
            inBlock++;
        }
        judgement.ends(0.2, 0);
        RedLines.judge(judgement, false);
        Records.judge(judgement);
        Repeats.judge(judgement);
    }

    private static boolean isHeading(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level > 0 && level <= 6 && level < line.length() && line.charAt(level) == ' ';
    }

    private static boolean isItem(String line) {
        if (line.length() > 2 && "-*+•".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ') {
            return true;
        }
        int digits = 0;
        while (digits < line.length() && digits < 4 && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && line.startsWith(". ", digits);
    }
}
