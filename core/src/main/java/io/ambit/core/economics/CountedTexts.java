package io.ambit.core.economics;

import io.ambit.core.spi.TokenCounter;
import java.util.HashMap;
import java.util.Map;

/** Counts each distinct text once. Made for one trajectory and all its policies; used by one thread. */
public final class CountedTexts {
    /** What a message costs besides its text: its role and its marks. */
    public static final int TOKENS_PER_MESSAGE = 4;

    private final TokenCounter counter;
    private final Map<String, CountedText> byText = new HashMap<>();

    public CountedTexts(TokenCounter counter) {
        this.counter = counter;
    }

    /** The one {@link CountedText} of that text. */
    public CountedText of(String text) {
        CountedText known = byText.get(text);
        if (known == null) {
            known = new CountedText(text, counter.count(text) + TOKENS_PER_MESSAGE);
            byText.put(text, known);
        }
        return known;
    }
}
