package io.ambit.core.context.assembly;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.spi.TokenCounter;

/** Makes texts fit a budget of tokens. */
final class Fitting {
    private static final int ATTEMPTS = 6;
    private static final double CHARACTERS_A_TOKEN = 3.8;

    private Fitting() {}

    /** As much of a text as fits by the worth of its lines, what is left out marked; cut at the end where need be. */
    static String lines(String text, String goal, int maxTokens, TokenCounter tokens) {
        if (tokens.count(text) <= maxTokens) {
            return text;
        }
        double characters = maxTokens * CHARACTERS_A_TOKEN;
        String fitted = text;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            fitted = LineText.within(text, (int) characters, new Asked("", goal), Shown.NOTHING)
                    .text();
            int count = tokens.count(fitted);
            if (count <= maxTokens) {
                return fitted;
            }
            characters *= Math.min(0.9, 0.95 * maxTokens / count);
        }
        return cut(fitted, maxTokens, tokens);
    }

    /** The start of a text, with an ellipsis where it goes on; "" where nothing fits. */
    static String cut(String text, int maxTokens, TokenCounter tokens) {
        if (maxTokens <= 0) {
            return "";
        }
        if (tokens.count(text) <= maxTokens) {
            return text;
        }
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (tokens.count(start(text, middle)) <= maxTokens) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits == 0 ? "" : start(text, fits);
    }

    private static String start(String text, int end) {
        int at = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, at) + "\u2026";
    }
}
