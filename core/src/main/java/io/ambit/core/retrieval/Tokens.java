package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as search counts them: runs of letters and digits in lower case, with what follows an apostrophe
 * ({@code don't}). Each character of a script that writes without spaces is a word of its own.
 */
public final class Tokens {
    private static final char APOSTROPHE = '\'';
    private static final char TYPOGRAPHIC_APOSTROPHE = '\u2019';

    private Tokens() {}

    /** A word and where it ends in its text. */
    interface Sink {
        void word(int start, int end);
    }

    /** All words, repeated ones too, in their order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        scan(
                text,
                (start, end) -> words.add(text.substring(start, end)
                        .replace(TYPOGRAPHIC_APOSTROPHE, APOSTROPHE)
                        .toLowerCase(Locale.ROOT)));
        return words;
    }

    /** How many words a text has. */
    public static int count(String text) {
        int[] count = new int[1];
        scan(text, (start, end) -> count[0]++);
        return count[0];
    }

    static void scan(String text, Sink sink) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int start = i;
            i += Character.charCount(c);
            if (standsAlone(c)) {
                sink.word(start, i);
            } else if (Character.isLetterOrDigit(c)) {
                i = endOfRun(text, i);
                if (i + 1 < text.length() && isApostrophe(text.charAt(i)) && isLetter(text, i + 1)) {
                    i = endOfRun(text, i + 1);
                }
                sink.word(start, i);
            }
        }
    }

    private static int endOfRun(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (standsAlone(c) || !(Character.isLetterOrDigit(c) || isMark(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isApostrophe(char c) {
        return c == APOSTROPHE || c == TYPOGRAPHIC_APOSTROPHE;
    }

    private static boolean isLetter(String text, int at) {
        int c = text.codePointAt(at);
        return Character.isLetter(c) && !standsAlone(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
