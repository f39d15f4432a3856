package io.ambit.core.context.assembly.view;

import io.ambit.core.item.ItemId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds what may be ids of items in a text, in any spelling that {@link ItemId#key} makes one. Whether there is such an
 * item is for the reader of the keys to say.
 */
final class Mentions {
    private static final int MAX_LETTERS = 20;
    private static final int MAX_GAP = 2;
    private static final int MAX_DIGITS = 12;

    private Mentions() {}

    /** Keys in the order of their first occurrence; one pass over the text. */
    static Set<String> keys(String text) {
        Set<String> keys = new LinkedHashSet<>();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith(ItemId.RESOURCE, i)) {
                int end = endOfPath(text, i);
                keys.add(text.substring(i, end));
                i = end;
            } else if (isWordPart(text.charAt(i))) {
                i = word(text, i, keys);
            } else {
                i++;
            }
        }
        return keys;
    }

    private static int word(String text, int start, Set<String> keys) {
        int letters = start;
        while (letters < text.length() && isLetter(text.charAt(letters))) {
            letters++;
        }
        int digits = letters;
        while (digits < text.length() && digits - letters < MAX_GAP && "-_ #".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (end < text.length() && isNumberPart(text, end)) {
            end++;
        }
        boolean isWhole = end == text.length() || !isWordPart(text.charAt(end));
        boolean isShort = letters - start <= MAX_LETTERS && end - digits <= MAX_DIGITS;
        if (letters > start && digits > letters && end > digits && isWhole && isShort) {
            keys.add(ItemId.key(text.substring(start, end)));
            return end;
        }
        int next = Math.max(letters, start + 1);
        while (next < text.length() && isWordPart(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int endOfPath(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "()[]<>\"'`,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** A digit, or a dot between two digits. */
    private static boolean isNumberPart(String text, int at) {
        char c = text.charAt(at);
        boolean isDot =
                c == '.' && at + 1 < text.length() && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
        return isDot || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c);
    }
}
