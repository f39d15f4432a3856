package io.ambit.core.compress.structured;

import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Value;

/** Texts in print: quoted where they would be misread, shortened where there is no room. */
final class Texts {
    private static final double HEAD_SHARE = 0.6;
    private static final int MARK = 16;
    private static final int MIN_TAIL = 90;
    private static final int MAX_WORD = 200;

    private Texts() {}

    /** {@code text}, in quotes where it is blank at an end, spans lines, or holds one of {@code separators}. */
    static String quoted(String text, String separators) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        boolean plain =
                text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ' && "\"[{".indexOf(text.charAt(0)) < 0;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && separators.indexOf(c) < 0;
        }
        return plain ? text : JsonStrings.quote(text);
    }

    /**
     * At most about {@code max} characters of {@code text}: its head and its tail, or its head only, and how much is
     * missing. One word, an address say, is kept as long as it is not very long.
     */
    static String shortened(String text, int max) {
        if (text.length() <= max + MARK || (text.length() <= MAX_WORD && text.indexOf(' ') < 0)) {
            return text;
        }
        if (max < MIN_TAIL) {
            int end = boundary(text, max);
            return text.substring(0, end).stripTrailing() + " …(+" + (text.length() - end) + ")";
        }
        int head = boundary(text, (int) (max * HEAD_SHARE));
        int tail = text.length() - (max - head);
        int space = text.indexOf(' ', tail);
        if (space >= 0 && space - tail < 20) {
            tail = space + 1;
        } else if (Character.isLowSurrogate(text.charAt(tail))) {
            tail++;
        }
        return text.substring(0, head).stripTrailing() + " …(+" + (tail - head) + " chars) " + text.substring(tail);
    }

    /** An index near {@code at}, before it, where a word ends. */
    private static int boundary(String text, int at) {
        for (int i = at; i > at - 20 && i > 0; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** The length of the longest text in a value; one of several lines counts as endless. */
    static int longest(Value value) {
        return switch (value) {
            case Value.Str text ->
                text.text().indexOf('\n') >= 0 ? Integer.MAX_VALUE : text.text().length();
            case Value.Arr array ->
                array.items().stream().mapToInt(Texts::longest).max().orElse(0);
            case Value.Obj object ->
                object.fields().stream()
                        .mapToInt(field -> longest(field.value()))
                        .max()
                        .orElse(0);
            default -> 0;
        };
    }
}
