package io.ambit.core.economics;

import java.util.HashMap;
import java.util.Map;

/**
 * The text of a message with its tokens, the message's own overhead included. {@link CountedTexts} makes one for each
 * distinct text, so two of one maker are equal when they are the same.
 */
public final class CountedText {
    private final String text;
    private final int tokens;
    private final Map<String, Boolean> asked = new HashMap<>();

    CountedText(String text, int tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    public String text() {
        return text;
    }

    public int tokens() {
        return tokens;
    }

    /** Whether {@code word} stands in it, inside a longer word too; each word is looked for once. */
    public boolean holds(String word) {
        return asked.computeIfAbsent(word, text::contains);
    }

    @Override
    public String toString() {
        return tokens + " tokens of " + (text.length() > 60 ? text.substring(0, 60) + "..." : text);
    }
}
