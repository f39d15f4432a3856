package io.ambit.core.backlog;

import io.ambit.core.spi.TokenCounter;

/** The beginning of a text, as much of it as fits a budget, ended at a line, with a note that there is more. */
final class CutBody {
    private CutBody() {}

    /**
     * The whole text where it fits, else its beginning; "" where not even a note of the cut fits.
     *
     * @param head what stands before the text and is counted with it
     */
    static String to(String text, String head, int maxTokens, TokenCounter counter) {
        if (counter.count(head + text) <= maxTokens) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (counter.count(head + cut(text, middle)) <= maxTokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        String shown = cut(text, low);
        return counter.count(head + shown) <= maxTokens ? shown : "";
    }

    private static String cut(String text, int length) {
        int line = text.lastIndexOf('\n', Math.max(0, length - 1)) + 1;
        // Ending within the first line is better than showing nothing.
        int end = line > 0 ? line : length;
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "[cut here: " + (text.length() - end) + " more characters]\n";
    }
}
