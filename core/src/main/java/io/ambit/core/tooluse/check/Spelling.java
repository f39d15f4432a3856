package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A name taken apart: what of it says something, and what is only a way of writing. */
final class Spelling {
    private static final String SEPARATORS = "_- ./:";

    private Spelling() {}

    /**
     * The same for all spellings of a name: {@code getUser}, {@code get-user} and {@code GET_USER}. A sign or a point of
     * a number says something, and so do other signs: {@code C++} is not {@code C}.
     */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        String plain = name.strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (SEPARATORS.indexOf(c) < 0 || isOfNumber(plain, i)) {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfNumber(String text, int at) {
        boolean digitAfter = at + 1 < text.length() && isDigit(text.charAt(at + 1));
        boolean digitBefore = at > 0 && isDigit(text.charAt(at - 1));
        return digitAfter && (digitBefore || at == 0) && text.charAt(at) != '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Its words, in lower case: split at separators, and where a capital follows a small letter. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            if (begins || !Character.isLetterOrDigit(c)) {
                add(word, words);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        add(word, words);
        return words;
    }

    private static void add(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** A word without the ending of the plural. */
    static String singular(String key) {
        int length = key.length();
        if (length > 4 && key.endsWith("ies")) {
            return key.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (key.endsWith("ses") || key.endsWith("xes") || key.endsWith("ches") || key.endsWith("shes"))) {
            return key.substring(0, length - 2);
        }
        return length > 3 && key.endsWith("s") && !key.endsWith("ss") ? key.substring(0, length - 1) : key;
    }
}
