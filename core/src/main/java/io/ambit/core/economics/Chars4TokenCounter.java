package io.ambit.core.economics;

import io.ambit.core.spi.TokenCounter;

/** A quarter of the code points, at least 1: no model's count, and the same everywhere, for figures that compare. */
public final class Chars4TokenCounter implements TokenCounter {
    @Override
    public String name() {
        return "chars4";
    }

    @Override
    public int count(String text) {
        return Math.max(1, text.codePointCount(0, text.length()) / 4);
    }
}
