package io.ambit.core.tooluse.habit;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.spi.TokenCounter;

/** Sizes in tokens of about four characters: the same everywhere, for costs that compare. */
public final class TokenSize {
    private static final TokenCounter COUNTER = new Chars4TokenCounter();

    private TokenSize() {}

    /** Tokens of a text, 0 for none. */
    public static int of(String text) {
        return text.isEmpty() ? 0 : COUNTER.count(text);
    }
}
