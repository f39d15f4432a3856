package io.ambit.core.compress.lines;

import java.util.HashSet;
import java.util.Set;

/** Lines that stand further up in the same text already: they go first, with a count. */
final class Repeats {
    private static final int MIN_LENGTH = 20;

    private Repeats() {}

    static void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.length(i) < MIN_LENGTH || lines.isBlank(i) || judgement.rank(i) != Judgement.PLAIN) {
                continue;
            }
            if (!seen.add(lines.body(i).strip())) {
                judgement.lower(i, "repeats");
            }
        }
    }
}
