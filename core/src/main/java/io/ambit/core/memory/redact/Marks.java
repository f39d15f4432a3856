package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/** What is put in the place of a secret: {@code [redacted: aws access key]}. */
final class Marks {
    static final String OPENING = "[redacted: ";
    private static final int MAX_LABEL = 40;

    private Marks() {}

    static String of(String label) {
        return OPENING + label + "]";
    }

    /** Where the mark ends that starts at {@code at}; {@code at} itself where there is none. */
    static int end(String text, int at) {
        if (!text.startsWith(OPENING, at)) {
            return at;
        }
        int i = at + OPENING.length();
        int most = Math.min(text.length(), i + MAX_LABEL);
        while (i < most && isOfLabel(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == ']' && Labels.isKnown(text.substring(at + OPENING.length(), i))
                ? i + 1
                : at;
    }

    /**
     * The part of a finding before the first mark in it; null where it begins in one. What was redacted is never part of
     * a secret.
     */
    static @Nullable Finding clip(String text, Finding finding) {
        int most = OPENING.length() + MAX_LABEL;
        int from = Math.max(0, finding.start() - most);
        int before = text.substring(from, finding.start()).lastIndexOf(OPENING);
        return before >= 0 && end(text, from + before) > finding.start() ? null : toMark(text, finding);
    }

    private static @Nullable Finding toMark(String text, Finding finding) {
        // A mark that the finding ends in begins in it.
        int last = Math.min(text.length(), finding.end() + OPENING.length() - 1);
        for (int i = text.indexOf(OPENING, finding.start(), last); i >= 0; i = text.indexOf(OPENING, i + 1, last)) {
            if (end(text, i) > i) {
                return i == finding.start() ? null : new Finding(finding.start(), i, finding.label());
            }
        }
        return finding;
    }

    private static boolean isOfLabel(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ';
    }
}
