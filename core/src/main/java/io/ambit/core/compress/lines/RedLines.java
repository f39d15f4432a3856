package io.ambit.core.compress.lines;

import java.util.HashMap;
import java.util.Map;

/**
 * Ranks the lines that report trouble and what belongs to them: the lines under them (excerpt and caret, expected and
 * actual, hints), the headings over them (a file's name, a test's, "In function"), and the frames of traces. Of repeats
 * that differ in nothing but numbers the first and the last stay, and a count.
 */
final class RedLines {
    /** How many lines under a report belong to it at most. */
    private static final int REACH = 24;

    private static final int WEAK_REACH = 4;
    private static final int BEFORE = 2;
    private static final int MAX_HEADINGS = 3;
    private static final int SAME_SHAPE = 16;
    private static final int BANNER_REACH = 60;

    private static final String[] CONTINUATIONS = {
        "|",
        ">",
        "^",
        "~",
        "E ",
        "= ",
        "-->",
        "note:",
        "help:",
        "hint:",
        "Hint:",
        "Expected",
        "Received",
        "Actual",
        "expected",
        "actual",
        "got",
        "want",
        "+ ",
        "- ",
        "?",
        "symbol",
        "location",
        "required",
        "found",
        "reason",
        "DETAIL",
        "HINT",
        "LINE ",
        "CONTEXT",
        "at ",
        "where",
        "with ",
        "but was",
        "but ",
        "to ",
        "left:",
        "right:",
    };

    private final Judgement judgement;
    private final Lines lines;
    private final Red[] reds;

    private RedLines(Judgement judgement, Red[] reds) {
        this.judgement = judgement;
        this.lines = judgement.lines();
        this.reds = reds;
    }

    /** @param words whether words of trouble count too, and not only the forms of reports: not in code or prose */
    static void judge(Judgement judgement, boolean words) {
        Lines lines = judgement.lines();
        Red[] reds = new Red[lines.size()];
        for (int i = 0; i < reds.length; i++) {
            if (lines.isBlank(i)) {
                reds[i] = Red.NONE;
            } else if (words) {
                reds[i] = Red.of(lines.get(i), lines.bodyStart(i));
            } else {
                boolean atStart = lines.indent(i) == 0 && lines.bodyStart(i) == 0;
                reds[i] = atStart && Red.isStructural(lines.get(i), 0) ? Red.STRONG : Red.NONE;
            }
        }
        RedLines red = new RedLines(judgement, reds);
        red.rank();
        red.attach();
        Frames.judge(judgement);
        if (words) {
            Findings.judge(judgement);
        }
        red.foldRepeats();
    }

    private void rank() {
        for (int i = 0; i < reds.length; i++) {
            switch (reds[i]) {
                case STRONG -> judgement.rank(i, Judgement.RED, "error");
                case WEAK -> judgement.rank(i, Judgement.WEAK_RED, "trouble");
                case WARNING -> judgement.rank(i, Judgement.WARNING, "warning");
                case NONE -> {}
            }
        }
    }

    private void attach() {
        int[] parents = parents();
        int banner = -1;
        for (int i = 0; i < reds.length; i++) {
            if (isBanner(i)) {
                banner = i;
            }
            if (reds[i] == Red.NONE) {
                continue;
            }
            boolean strong = reds[i] == Red.STRONG;
            under(i, strong ? REACH : WEAK_REACH, strong ? Judgement.NEAR_RED : Judgement.WARNING);
            if (strong) {
                if (banner >= 0 && i - banner <= BANNER_REACH) {
                    judgement.rank(banner, Judgement.RED, "heading of an error");
                }
                int heading = parents[i];
                for (int n = 0; n < MAX_HEADINGS && heading >= 0; n++) {
                    judgement.rank(heading, Judgement.NEAR_RED, "heading of an error");
                    heading = parents[heading];
                }
                for (int j = i - 1; j >= Math.max(0, i - BEFORE) && !lines.isBlank(j); j--) {
                    if (judgement.rank(j) == Judgement.PLAIN) {
                        judgement.rank(j, Judgement.WARNING, "before an error");
                        judgement.worth(j, 0.5f);
                    }
                }
            }
        }
    }

    /** A heading between rules: {@code ____ test_sum ____}. */
    private boolean isBanner(int i) {
        if (lines.isBlank(i)) {
            return false;
        }
        String line = lines.get(i).stripTrailing();
        char rule = line.charAt(0);
        int last = line.length() - 1;
        return last > 6
                && "_=-*#─".indexOf(rule) >= 0
                && line.charAt(1) == rule
                && line.charAt(2) == rule
                && (line.charAt(last) == rule || rule == '-')
                && line.chars().anyMatch(Character::isLetter);
    }

    /** Ranks what stands under line {@code i} and belongs to it, the nearer the higher. */
    private void under(int i, int reach, byte rank) {
        int depth = lines.indent(i);
        int blanks = 0;
        for (int j = i + 1; j < lines.size() && j <= i + reach; j++) {
            if (lines.isBlank(j)) {
                if (++blanks > 1) {
                    return;
                }
                continue;
            }
            boolean announced = j == i + 1 && lines.get(i).stripTrailing().endsWith(":");
            boolean belongs = announced
                    || lines.indent(j) > depth
                    || (blanks == 0 && continues(lines.get(j), lines.bodyStart(j)))
                    || isExcerpt(lines.get(j));
            if (!belongs) {
                return;
            }
            blanks = 0;
            boolean first = rank == Judgement.NEAR_RED && j == i + 1;
            if (judgement.rank(j) < rank) {
                judgement.rank(j, first ? Judgement.RED : rank, "part of an error");
                judgement.worth(j, 1f / (1 + (j - i) / 2));
            }
        }
    }

    /** A line of code under a report, with its number before it: {@code 12 | int x} or {@code 12   int x}. */
    private static boolean isExcerpt(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i > 0 && i < 6 && (line.startsWith("  ", i) || line.startsWith(" | ", i));
    }

    private static boolean continues(String line, int from) {
        int start = from;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        for (String opening : CONTINUATIONS) {
            if (line.startsWith(opening, start)) {
                return true;
            }
        }
        int digits = start;
        while (digits < line.length() && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        return digits > start && (line.startsWith(" |", digits) || line.startsWith("|", digits));
    }

    /** The nearest line above each that stands less deep; -1 for none. One pass over a stack. */
    private int[] parents() {
        int[] parents = new int[lines.size()];
        int[] stack = new int[lines.size()];
        int depth = 0;
        for (int i = 0; i < parents.length; i++) {
            parents[i] = -1;
            if (lines.isBlank(i)) {
                continue;
            }
            while (depth > 0 && lines.indent(stack[depth - 1]) >= lines.indent(i)) {
                depth--;
            }
            parents[i] = depth > 0 ? stack[depth - 1] : -1;
            stack[depth++] = i;
        }
        return parents;
    }

    /** Of ranked lines that say the same at other times the first stays; of shapes that come often, the ends. */
    private void foldRepeats() {
        Map<Long, int[]> seen = new HashMap<>();
        for (int i = 0; i < reds.length; i++) {
            if (judgement.rank(i) == Judgement.PLAIN || lines.isBlank(i)) {
                continue;
            }
            boolean exact = judgement.rank(i) >= Judgement.NEAR_RED;
            int[] last = seen.get(Likeness.key(lines.get(i), exact));
            if (last == null) {
                seen.put(Likeness.key(lines.get(i), exact), new int[] {-1});
            } else if (exact || reds[i] == Red.NONE) {
                judgement.lower(i, "repeats");
            } else {
                if (last[0] >= 0) {
                    judgement.lower(last[0], "repeats");
                }
                last[0] = i;
            }
        }
        foldShapes();
    }

    /** Of strong reports of one shape that come in hundreds, the first and the last ones say it. */
    private void foldShapes() {
        Map<Long, int[]> counts = new HashMap<>();
        for (int i = 0; i < reds.length; i++) {
            if (judgement.rank(i) == Judgement.RED) {
                counts.computeIfAbsent(Likeness.key(lines.get(i), false), k -> new int[2])[0]++;
            }
        }
        for (int i = 0; i < reds.length; i++) {
            if (judgement.rank(i) == Judgement.RED) {
                int[] count = counts.getOrDefault(Likeness.key(lines.get(i), false), new int[2]);
                count[1]++;
                if (count[0] > SAME_SHAPE && count[1] > SAME_SHAPE / 2 && count[1] <= count[0] - SAME_SHAPE / 4) {
                    judgement.lower(i, "repeats");
                }
            }
        }
    }
}
