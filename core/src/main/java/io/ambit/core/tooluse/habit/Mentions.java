package io.ambit.core.tooluse.habit;

/** Whether a text mentions a value: as it is, and not as part of a longer word. */
final class Mentions {
    private Mentions() {}

    /** Both in lower case. */
    static boolean in(String text, String value) {
        if (value.isBlank()) {
            return false;
        }
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean isStart = at == 0 || !goesOn(text.charAt(at - 1), value.charAt(0));
            boolean isEnd = end == text.length() || !goesOn(text.charAt(end), value.charAt(value.length() - 1));
            if (isStart && isEnd) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(char outside, char inside) {
        return Character.isLetterOrDigit(outside) && Character.isLetterOrDigit(inside);
    }
}
