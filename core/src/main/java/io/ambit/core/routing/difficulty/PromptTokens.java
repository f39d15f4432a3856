package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a prompt into words, numbers and signs. */
final class PromptTokens {
    /** What stands further behind is not read: it takes time and says little. */
    static final int CHARACTERS = 4_096;

    private PromptTokens() {}

    /** In lower case, in order: runs of letters, runs of digits, single signs; spaces are left out. */
    static List<String> of(String prompt) {
        String text = prompt.substring(0, Math.min(prompt.length(), CHARACTERS)).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            char c = text.charAt(i++);
            if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
            } else if (isDigit(c)) {
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
            } else if (Character.isWhitespace(c)) {
                continue;
            }
            tokens.add(text.substring(start, i));
        }
        return tokens;
    }

    static boolean isWord(String token) {
        return Character.isLetter(token.charAt(0));
    }

    static boolean isNumber(String token) {
        return isDigit(token.charAt(0));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
