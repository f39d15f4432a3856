package io.ambit.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Text that its author put between {@code <private>} and {@code </private>}: it is forwarded, and never stored. A tag
 * that is not closed hides everything after it. Tags are recognised in any case, with white space before the closing
 * bracket, and with the brackets escaped as JSON writers do ({@code \}{@code u003c}).
 */
public final class PrivateText {
    private static final String NAME = "private";
    private static final String ESCAPED_OPEN = "\\u003c";
    private static final String ESCAPED_CLOSE = "\\u003e";

    private PrivateText() {}

    /** Whether there is anything between the tags. What is cannot come back from the ledger as it was. */
    public static boolean isPresent(String text) {
        return nextTag(text, 0, false) != null && !blank(text).equals(text);
    }

    /** {@code text} with nothing left between private tags; the same object where there are none. */
    public static String blank(String text) {
        Tag open = nextTag(text, 0, false);
        if (open == null) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (open != null) {
            out.append(text, from, open.end);
            Tag close = nextTag(text, open.end, true);
            if (close == null) {
                return out.toString();
            }
            from = close.start;
            open = nextTag(text, close.end, false);
        }
        return out.append(text, from, text.length()).toString();
    }

    private record Tag(int start, int end) {}

    private static @Nullable Tag nextTag(String text, int from, boolean closing) {
        int plain = text.indexOf('<', from);
        int escaped = indexOfEscaped(text, from);
        while (plain >= 0 || escaped >= 0) {
            boolean isPlain = escaped < 0 || (plain >= 0 && plain < escaped);
            int start = isPlain ? plain : escaped;
            int end = tagEnd(text, start + (isPlain ? 1 : ESCAPED_OPEN.length()), closing);
            if (end >= 0) {
                return new Tag(start, end);
            }
            if (isPlain) {
                plain = text.indexOf('<', plain + 1);
            } else {
                escaped = indexOfEscaped(text, escaped + 1);
            }
        }
        return null;
    }

    private static int indexOfEscaped(String text, int from) {
        for (int i = text.indexOf('\\', from); i >= 0; i = text.indexOf('\\', i + 1)) {
            if (text.regionMatches(true, i, ESCAPED_OPEN, 0, ESCAPED_OPEN.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Where the tag ends whose bracket ended at {@code at}, or -1 where it is no private tag. */
    private static int tagEnd(String text, int at, boolean closing) {
        int i = at;
        if (closing) {
            if (text.startsWith("\\/", i)) {
                i += 2; // JSON writers may escape the slash
            } else if (text.startsWith("/", i)) {
                i++;
            } else {
                return -1;
            }
        }
        if (!text.regionMatches(true, i, NAME, 0, NAME.length())) {
            return -1;
        }
        i += NAME.length();
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (text.startsWith(">", i)) {
            return i + 1;
        }
        return text.regionMatches(true, i, ESCAPED_CLOSE, 0, ESCAPED_CLOSE.length()) ? i + ESCAPED_CLOSE.length() : -1;
    }
}
