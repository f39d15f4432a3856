package io.ambit.core.memory.recall;

import java.util.List;
import java.util.Locale;

/**
 * Stored text as it may be shown: nothing in it is invisible, turns the direction of reading, ends a line unseen, or
 * has the form in which prompts, tools and Ambit itself mark what is theirs. What is changed stays readable; letters of
 * all languages and emoji stay as they are.
 */
public final class SafeText {
    /** Names of tags that frame messages, tool results or memory somewhere. */
    private static final List<String> TAGS = List.of(
            "system",
            "sys",
            "assistant",
            "user",
            "human",
            "developer",
            "model",
            "tool",
            "function",
            "invoke",
            "result",
            "start_of",
            "end_of",
            "im_",
            "inst",
            "s>",
            "memory",
            "memories",
            "record",
            "quote",
            "untrusted",
            "data",
            "context",
            "document",
            "private");
    /** How the marks begin that Ambit and chat templates write in square brackets. */
    private static final List<String> MARKS = List.of(
            "\u2026",
            "...",
            "same ",
            "end ",
            "/end",
            "iterations ",
            "summary ",
            "redacted",
            "cut ",
            "memory",
            "/memory",
            "quoted",
            "not shown",
            "inst]",
            "/inst]",
            "system",
            "/system");

    private static final char BRACKET = '\u27E6';
    private static final char ANGLE = '\u2039';
    private static final char BAR = '\u00A6';
    private static final int MAX_COMBINING = 3;

    private SafeText() {}

    /** The text in lines that end with {@code \n} only. */
    public static String lines(String text) {
        return withoutMarkup(visible(text));
    }

    /** The text on one line, of at most so many characters. */
    public static String line(String text, int maxCharacters) {
        String line = lines(text).replace('\n', ' ').replace('\t', ' ').strip();
        if (line.length() <= maxCharacters) {
            return line;
        }
        int cut = maxCharacters - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "\u2026";
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int combining = 0;
        int hidden = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            combining = isCombining(c) ? combining + 1 : 0;
            if (c == '\r') {
                if (next >= text.length() || text.charAt(next) != '\n') {
                    out.append('\n');
                }
            } else if (c == '\n' || c == '\t') {
                out.append((char) c);
            } else if (c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append('\n');
            } else if (isHidden(c) && !isJoiner(text, i, next, c)) {
                // Direction and escapes are said, once for a run; the rest carries nothing that a reader could see.
                if (isSaid(c) && hidden == 0) {
                    out.append("\\u{").append(Integer.toHexString(c)).append('}');
                }
                hidden = isSaid(c) ? hidden + 1 : hidden;
                i = next;
                continue;
            } else if (combining <= MAX_COMBINING) {
                out.appendCodePoint(isBroken(c) ? 0xFFFD : c);
            }
            hidden = 0;
            i = next;
        }
        return out.toString();
    }

    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2065
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean isSaid(int c) {
        return c < 0x20
                || (c >= 0x7F && c < 0xA0)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xE0000 && c <= 0xE007F);
    }

    /** One that scripts and emoji need: between two characters beyond Latin, and alone. */
    private static boolean isJoiner(String text, int at, int next, int c) {
        if (c != 0x200C && c != 0x200D && c != 0xFE0F && c != 0xFE0E) {
            return false;
        }
        if (at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        if (c == 0xFE0F || c == 0xFE0E) {
            return before >= 0x2000 && !isHidden(before);
        }
        // An emoji's variation selector may stand before the joiner.
        boolean afterLetter = before >= 0x250 && (!isHidden(before) || before == 0xFE0F);
        if (!afterLetter || next >= text.length()) {
            return false;
        }
        int after = text.codePointAt(next);
        return after >= 0x250 && !isHidden(after);
    }

    private static boolean isBroken(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static String withoutMarkup(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            if (c == '<' && (next == '|' || next == '<' || begins(text, i + 1, true, TAGS))) {
                out.append(ANGLE);
            } else if (c == '[' && begins(text, i + 1, false, MARKS)) {
                out.append(BRACKET);
            } else if (c == '|' && (before == '<' || next == '>')) {
                out.append(BAR);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean begins(String text, int from, boolean tag, List<String> names) {
        int at = from;
        while (at < text.length() && at < from + 3 && (text.charAt(at) == ' ' || (tag && text.charAt(at) == '/'))) {
            at++;
        }
        String start = text.substring(at, Math.min(text.length(), at + 12)).toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(start::startsWith);
    }
}
