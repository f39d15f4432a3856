package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name that is written of several words: {@code hyphen-aware}, {@code snake_case}, {@code camelCase}, {@code node.js}.
 * People look for such a name by its parts, and written together in any other way.
 *
 * @param whole its parts joined, in lower case: the same for all ways of writing it
 * @param parts in lower case, two or more
 * @param byCase whether only capitals tell its parts apart: such a name is one word rather than several
 */
public record Compound(String whole, List<String> parts, boolean byCase) {
    /** What is of more parts is a path or a line of code, which nobody writes together. */
    private static final int MOST_PARTS = 6;

    private static final int LONGEST = 64;

    public Compound {
        parts = List.copyOf(parts);
    }

    /** All such names in a text, in their order. */
    public static List<Compound> of(String text) {
        List<Compound> compounds = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && continues(text, end)) {
                end++;
            }
            add(text.substring(i, end), compounds);
            i = end;
        }
        return compounds;
    }

    /** The text with a space wherever capitals tell that a new word begins. */
    public static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (startsByCase(text, i)) {
                spaced.append(' ');
            }
            spaced.append(text.charAt(i));
        }
        return spaced.toString();
    }

    private static void add(String run, List<Compound> compounds) {
        if (run.length() > LONGEST) {
            return;
        }
        List<String> parts = new ArrayList<>();
        boolean byCase = true;
        int start = 0;
        for (int i = 0; i <= run.length(); i++) {
            boolean joint = i < run.length() && !Character.isLetterOrDigit(run.charAt(i));
            if (i == run.length() || joint || startsByCase(run, i)) {
                parts.add(run.substring(start, i).toLowerCase(Locale.ROOT));
                start = joint ? i + 1 : i;
                byCase &= !joint;
            }
        }
        if (parts.size() > 1 && parts.size() <= MOST_PARTS) {
            compounds.add(new Compound(String.join("", parts), parts, byCase));
        }
    }

    private static boolean continues(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || (isJoint(c)
                        && at + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(at + 1))
                        && Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '_' || c == '.';
    }

    /** Whether a word begins at a capital: after a small letter, or as the last of several capitals. */
    private static boolean startsByCase(String text, int at) {
        if (at == 0 || at >= text.length() || !Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        char before = text.charAt(at - 1);
        return Character.isLowerCase(before)
                || (Character.isUpperCase(before)
                        && at + 2 < text.length()
                        && Character.isLowerCase(text.charAt(at + 1))
                        && Character.isLowerCase(text.charAt(at + 2)));
    }
}
