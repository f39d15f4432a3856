package io.ambit.core.compress.lines;

import java.util.HashMap;
import java.util.Map;

/**
 * Findings of compilers and linters: a place and a message on one line, or a message with its place on the next. Of
 * findings that say the same of other places the first ones stay.
 */
final class Findings {
    /** How many findings of one message stay with their places. */
    private static final int SAME = 3;

    private final Judgement judgement;
    private final Lines lines;
    private final Map<Long, int[]> counts = new HashMap<>();

    private Findings(Judgement judgement) {
        this.judgement = judgement;
        this.lines = judgement.lines();
    }

    static void judge(Judgement judgement) {
        Findings findings = new Findings(judgement);
        int message = -1;
        for (int i = 0; i < findings.lines.size(); i++) {
            if (!findings.lines.isBlank(i)) {
                findings.judge(i, message);
                message = i;
            }
        }
    }

    private void judge(int i, int before) {
        String line = lines.get(i);
        int end = Places.end(line, lines.bodyStart(i));
        if (end < 0 || Frames.isFrame(lines, i)) {
            return;
        }
        int from = end;
        while (from < line.length() && (line.charAt(from) <= ' ' || ":-".indexOf(line.charAt(from)) >= 0)) {
            from++;
        }
        if (from < line.length()) {
            rank(i, i, Likeness.message(line, from));
        } else if (before >= 0 && lines.indent(before) <= lines.indent(i)) {
            rank(before, i, Likeness.message(lines.get(before), lines.bodyStart(before)));
        } else {
            judgement.rank(i, Judgement.NEAR_RED, "place");
        }
    }

    private void rank(int message, int place, long key) {
        int[] count = counts.computeIfAbsent(key, k -> new int[1]);
        if (count[0]++ < SAME) {
            judgement.rank(message, Judgement.RED, "finding");
            judgement.rank(place, Judgement.RED, "place of a finding");
            return;
        }
        judgement.lower(message, "findings like those above");
        judgement.lower(place, "findings like those above");
    }
}
