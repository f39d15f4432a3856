package io.ambit.core.tooluse.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a line as phrases see them: in lower case, split where letters and digits end and at the humps of a name
 * ({@code FileNotFoundError} is file, not, found, error), apostrophes dropped. What stands in quotes is one word,
 * {@link #QUOTED}, unless asked for.
 */
final class Tokens {
    /** Stands for what was quoted. */
    static final String QUOTED = "\u00a7";

    /** Words of a line beyond this are not looked at. */
    private static final int MAX = 400;

    private Tokens() {}

    static List<String> of(String line) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length() && tokens.size() < MAX; i++) {
            char c = line.charAt(i);
            if (isApostrophe(line, i)) {
                continue;
            }
            boolean isWord = Character.isLetterOrDigit(c);
            if ((!isWord || isHump(line, i)) && !word.isEmpty()) {
                tokens.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (isWord) {
                word.append(c);
            } else if (c == QUOTED.charAt(0)) {
                tokens.add(QUOTED);
            }
        }
        if (!word.isEmpty()) {
            tokens.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return tokens;
    }

    /** The line with every quoted part of it replaced by {@link #QUOTED}. */
    static String withoutQuoted(String line) {
        StringBuilder out = new StringBuilder(line.length());
        int i = 0;
        int hopeless = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            char closing = closing(c);
            boolean opens = closing != 0
                    && (hopeless & bit(closing)) == 0
                    && (i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1)));
            int end = opens ? end(line, i + 1, closing) : -1;
            if (end > 0) {
                out.append(' ').append(QUOTED).append(' ');
                i = end + 1;
            } else {
                if (opens) {
                    hopeless |= bit(closing); // no such quote closes further on: do not look again for each
                }
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static int bit(char closing) {
        return switch (closing) {
            case '\'' -> 1;
            case '"' -> 2;
            case '`' -> 4;
            case '\u2019' -> 8;
            default -> 16;
        };
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '\'', '"', '`' -> opening;
            case '\u2018' -> '\u2019';
            case '\u201c' -> '\u201d';
            default -> 0;
        };
    }

    private static int end(String line, int from, char closing) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == closing
                    && (closing != '\'' || i + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isApostrophe(String line, int i) {
        char c = line.charAt(i);
        return (c == '\'' || c == '\u2019')
                && i > 0
                && i + 1 < line.length()
                && Character.isLetter(line.charAt(i - 1))
                && Character.isLetter(line.charAt(i + 1));
    }

    /** Where a new word begins inside a name: after a small letter, or at the last capital before small ones. */
    private static boolean isHump(String line, int i) {
        if (i == 0 || !Character.isUpperCase(line.charAt(i))) {
            return false;
        }
        char before = line.charAt(i - 1);
        return Character.isLowerCase(before)
                || (Character.isUpperCase(before)
                        && i + 1 < line.length()
                        && Character.isLowerCase(line.charAt(i + 1)));
    }
}
