package io.ambit.core.compress.lines;

import java.util.HashMap;
import java.util.Map;

/**
 * Text of labelled values, {@code Label: value}, that come again and again: of a label whose values are sentences less is
 * shown, and a value that never changes is shown once.
 */
final class Records {
    private static final int MIN_TIMES = 3;
    private static final int MAX_LABEL = 40;
    private static final int PROSE = 120;
    private static final int SHOWN = 110;
    private static final float HEAD = 8f;

    private Records() {}

    private static final class Label {
        private int times;
        private long length;
        private String value = "";
        private boolean constant = true;
        private boolean shown;
    }

    static void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        Map<String, Label> labels = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            int colon = colon(lines.get(i));
            if (colon > 0) {
                String value = lines.get(i).substring(colon + 1).strip();
                Label label =
                        labels.computeIfAbsent(lines.get(i).substring(0, colon).strip(), k -> new Label());
                label.constant &= label.times == 0 || value.equals(label.value);
                label.value = value;
                label.length += value.length();
                label.times++;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            int colon = colon(lines.get(i));
            Label label =
                    colon > 0 ? labels.get(lines.get(i).substring(0, colon).strip()) : null;
            if (label == null || label.times < MIN_TIMES || judgement.rank(i) >= Judgement.WARNING) {
                continue;
            }
            if (label.constant && label.shown) {
                judgement.lower(i, "the same in each");
            } else if (label.length / label.times > PROSE) {
                judgement.shorter(i, LongLine.shorten(lines.get(i), SHOWN, -1));
            } else {
                judgement.worth(i, judgement.worth(i) * 2f);
            }
            label.shown = true;
            if (isHead(lines, i - 1)) {
                judgement.worth(i - 1, judgement.worth(i - 1) * HEAD);
            }
        }
    }

    /** The line that a record begins with, before its labels: its title, which says what the labels speak of. */
    private static boolean isHead(Lines lines, int i) {
        return i >= 0 && !lines.isBlank(i) && colon(lines.get(i)) < 0 && (i == 0 || lines.isBlank(i - 1));
    }

    /** Where the label of a line ends; -1 where it has none. */
    private static int colon(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) <= ' ' || "-*•".indexOf(line.charAt(start)) >= 0)) {
            start++;
        }
        int colon = line.indexOf(": ", start);
        if (colon <= start || colon - start > MAX_LABEL || !Character.isLetter(line.charAt(start))) {
            return -1;
        }
        for (int i = start; i < colon; i++) {
            char c = line.charAt(i);
            if (!Character.isLetterOrDigit(c) && " _-/().".indexOf(c) < 0) {
                return -1;
            }
        }
        return colon;
    }
}
