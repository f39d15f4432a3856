package io.ambit.core.tooluse.suggest.values;

import io.ambit.core.tooluse.suggest.values.Mention.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by a word's form what it is. */
final class Forms {
    private static final int DATE = "2026-01-31".length();
    private static final int LONG_ID = 6;
    private static final int LONGEST_ENDING = 5;

    private Forms() {}

    /** All that a word may be; nothing of most words. */
    static Set<Kind> of(String word) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (isUrl(word)) {
            kinds.add(Kind.URL);
        } else if (isEmail(word)) {
            kinds.add(Kind.EMAIL);
        } else if (isDate(word)) {
            kinds.add(Kind.DATE);
        } else if (number(word) != null) {
            kinds.add(Kind.NUMBER);
        } else if (isPath(word)) {
            kinds.add(Kind.PATH);
        } else if (isId(word)) {
            kinds.add(Kind.ID);
        }
        return kinds;
    }

    private static boolean isUrl(String word) {
        return word.startsWith("http://") || word.startsWith("https://") || word.startsWith("www.");
    }

    private static boolean isEmail(String word) {
        int at = word.indexOf('@');
        return at > 0 && at == word.lastIndexOf('@') && word.indexOf('.', at) > at + 1 && !word.endsWith(".");
    }

    private static boolean isDate(String word) {
        if (word.length() < DATE || (word.length() > DATE && word.charAt(DATE) != 'T')) {
            return false;
        }
        for (int i = 0; i < DATE; i++) {
            boolean dash = i == 4 || i == 7;
            if (dash ? word.charAt(i) != '-' : !isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPath(String word) {
        boolean rooted =
                word.startsWith("/") || word.startsWith("./") || word.startsWith("../") || word.startsWith("~/");
        int slash = word.lastIndexOf('/');
        if (rooted && word.length() > 2) {
            return true;
        }
        int dot = word.lastIndexOf('.');
        int ending = word.length() - dot - 1;
        return dot > slash + 1
                && ending > 0
                && ending <= LONGEST_ENDING
                && word.substring(dot + 1).chars().allMatch(Character::isLetterOrDigit)
                && Character.isLetter(word.charAt(dot + 1))
                && word.substring(0, dot).chars().anyMatch(Character::isLetter)
                && (slash >= 0 || ending > 1);
    }

    /** Letters with digits: a dash or a number sign in it, or so long that it is no ordinal and no size. */
    private static boolean isId(String word) {
        String rest = word.startsWith("#") ? word.substring(1) : word;
        boolean plain = !rest.isEmpty()
                && rest.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':');
        boolean digits = rest.chars().anyMatch(Character::isDigit);
        boolean letters = rest.chars().anyMatch(Character::isLetter);
        return plain
                && digits
                && (rest.length() < word.length()
                        || (letters && (rest.indexOf('-') > 0 || rest.indexOf('_') > 0 || rest.length() >= LONG_ID)));
    }

    /** A number as JSON spells it; null where a word is none. */
    static @Nullable String number(String word) {
        int start = 0;
        int end = word.length();
        if (end > 0 && (word.charAt(0) == '$' || word.charAt(0) == '€' || word.charAt(0) == '£')) {
            start++;
        }
        if (end > start && word.charAt(end - 1) == '%') {
            end--;
        }
        StringBuilder digits = new StringBuilder();
        boolean point = false;
        for (int i = start; i < end; i++) {
            char c = word.charAt(i);
            boolean between = i > start && i + 1 < end && isDigit(word.charAt(i - 1)) && isDigit(word.charAt(i + 1));
            if (isDigit(c) || (c == '-' && i == start && i + 1 < end)) {
                digits.append(c);
            } else if (c == '.' && between && !point) {
                digits.append(c);
                point = true;
            } else if (c != ',' || !between) {
                return null;
            }
        }
        return spelled(digits.toString());
    }

    private static @Nullable String spelled(String digits) {
        boolean minus = digits.startsWith("-");
        String rest = minus ? digits.substring(1) : digits;
        // A zero in front tells a code, a postal one say, from a number.
        boolean code = rest.length() > 1 && rest.charAt(0) == '0' && rest.charAt(1) != '.';
        return rest.isEmpty() || rest.length() > 18 || code ? null : digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
