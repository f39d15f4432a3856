package io.ambit.core.message;

/** Text between {@code <private>} and {@code </private>}: the model sees it, no store ever does. */
public final class PrivateText {
    /** What stands in a store where private text stood. */
    public static final String BLANK = "<private></private>";

    private static final String OPEN = "<private>";
    private static final String CLOSE = "</private>";

    private PrivateText() {}

    /** Whether there is anything between the tags; a tag that is never closed is private to the end. */
    public static boolean isPresent(String text) {
        return text.contains(OPEN) && !blank(text).equals(text);
    }

    /** {@code text} with everything between the tags taken out; the text itself where there is none. */
    public static String blank(String text) {
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (open >= 0) {
            out.append(text, from, open).append(BLANK);
            int close = text.indexOf(CLOSE, open + OPEN.length());
            from = close < 0 ? text.length() : close + CLOSE.length();
            open = text.indexOf(OPEN, from);
        }
        return out.append(text, from, text.length()).toString();
    }
}
