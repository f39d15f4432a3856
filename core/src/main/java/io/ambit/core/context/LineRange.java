package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a text, counted from 1, both ends included.
 *
 * @param last {@link Integer#MAX_VALUE} for all lines to the end
 */
public record LineRange(int first, int last) {
    public static final LineRange ALL = new LineRange(1, Integer.MAX_VALUE);

    private static final Pattern SPELLING =
            Pattern.compile("\\s*([0-9]{1,9})\\s*(?:(-|:|to|,|\\.\\.)\\s*([0-9]{1,9})?\\s*)?");

    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines " + first + "-" + last + ", expected 1 <= first <= last");
        }
    }

    /**
     * Reads {@code 10-50}, {@code 10-} (to the end) or {@code 10} (that line).
     *
     * @throws AmbitException where it is none of these
     */
    public static LineRange parse(String text) {
        Matcher matcher = SPELLING.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            String end = matcher.group(3);
            int last = end != null ? Integer.parseInt(end) : matcher.group(2) != null ? Integer.MAX_VALUE : first;
            if (first >= 1 && last >= first) {
                return new LineRange(first, last);
            }
        }
        throw new AmbitException(
                "lines is '" + text + "', expected a range such as 10-50, counted from 1, the smaller number first");
    }

    public boolean contains(int line) {
        return line >= first && line <= last;
    }

    @Override
    public String toString() {
        return last == Integer.MAX_VALUE ? first + "-" : first + "-" + last;
    }
}
