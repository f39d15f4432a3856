package io.ambit.core.economics;

import io.ambit.core.spi.TokenCounter;

/**
 * A text cut at the end of a line so that it stays within a number of tokens.
 *
 * @param text what of it is shown
 * @param shown how many lines that are
 * @param total how many there were
 */
public record CutText(String text, int shown, int total) {
    /** More characters than a token has on average in any text worth reading: more need no counting to be too much. */
    private static final int MOST_PER_TOKEN = 40;

    public boolean isCut() {
        return shown < total;
    }

    /** The first lines of a text that fit; where not even one does, the beginning of the first. */
    public static CutText of(String text, int maxTokens, TokenCounter tokens) {
        int total = lines(text);
        int most = maxTokens * MOST_PER_TOKEN;
        if (text.length() <= most && tokens.count(text) <= maxTokens) {
            return new CutText(text, total, total);
        }
        String start = text.substring(0, Math.min(text.length(), most));
        int least = 0;
        int end = start.length();
        // The most characters that fit: a prefix has no more tokens than a longer one, but for one or two.
        while (least < end) {
            int middle = (least + end + 1) >>> 1;
            if (tokens.count(start.substring(0, middle)) <= maxTokens) {
                least = middle;
            } else {
                end = middle - 1;
            }
        }
        int line = start.lastIndexOf('\n', Math.max(0, least - 1));
        int cut = line > 0
                ? line + 1
                : least > 0 && Character.isHighSurrogate(start.charAt(least - 1)) ? least - 1 : least;
        String kept = start.substring(0, cut);
        return new CutText(kept, line > 0 ? lines(kept) : 0, total);
    }

    private static int lines(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return text.isEmpty() || text.endsWith("\n") ? lines : lines + 1;
    }
}
