package io.ambit.core.memory.fact;

import java.util.Locale;

/** The form in which subjects, predicates and objects of facts are compared: case and white space do not count. */
public final class Folded {
    private Folded() {}

    /** {@code text} in lower case, runs of white space as one space, none at the ends. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !out.isEmpty();
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
