package io.ambit.core.economics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts of the texts that were counted last: a session brings the same summaries and outputs at every step, and
 * counting costs a hundred times more than finding them here. Thread-safe.
 */
final class TokenMemo {
    /** Longer texts are counted again: they are rare, and few of them would push out all others. */
    private static final int MAX_TEXT = 64 * 1024;

    private static final long MAX_CHARACTERS = 4L << 20;

    private final Map<String, Integer> counts = new LinkedHashMap<>(1024, 0.75f, true);
    private long characters;

    synchronized @Nullable Integer get(String text) {
        return text.length() > MAX_TEXT ? null : counts.get(text);
    }

    synchronized void put(String text, int tokens) {
        if (text.length() > MAX_TEXT || counts.put(text, tokens) != null) {
            return;
        }
        characters += text.length();
        Iterator<String> oldest = counts.keySet().iterator();
        while (characters > MAX_CHARACTERS && oldest.hasNext()) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
