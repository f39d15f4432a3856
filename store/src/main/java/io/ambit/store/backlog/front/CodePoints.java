package io.ambit.store.backlog.front;

import java.util.Arrays;

/** Where the n-th code point of a text stands, by character; the parser counts code points. */
final class CodePoints {
    private static final int[] SAME = {};

    private final int length;
    private final int[] chars;

    private CodePoints(int length, int[] chars) {
        this.length = length;
        this.chars = chars;
    }

    static CodePoints of(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new CodePoints(count, SAME);
        }
        int[] chars = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            chars[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        chars[count] = at;
        return new CodePoints(text.length(), Arrays.copyOf(chars, count + 1));
    }

    int charAt(int codePoint) {
        if (chars.length == 0) {
            return Math.min(codePoint, length);
        }
        return chars[Math.min(codePoint, chars.length - 1)];
    }
}
