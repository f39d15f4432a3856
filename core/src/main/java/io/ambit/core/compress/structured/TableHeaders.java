package io.ambit.core.compress.structured;

import java.util.LinkedHashMap;
import java.util.Map;

/** Table headers by label, so that a header stands once in a session: {@code {T4k:from,to,price}} defines. */
public final class TableHeaders {
    private static final int LABEL_DIGITS = 2;
    private static final int MAX_HEADER = 4_000;

    private TableHeaders() {}

    /** What a text that was printed by {@link StructuredText} defines: header by label; the first definition counts. */
    public static Map<String, String> definedIn(String shown) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = shown.indexOf("{T");
        while (at >= 0) {
            int colon = at + 2 + LABEL_DIGITS;
            int close = colon < shown.length() && shown.charAt(colon) == ':' && isLabel(shown, at + 2)
                    ? closing(shown, colon + 1)
                    : -1;
            if (close > 0) {
                found.putIfAbsent(shown.substring(at + 1, colon), shown.substring(colon + 1, close));
            }
            at = shown.indexOf("{T", close > 0 ? close : at + 2);
        }
        return found;
    }

    private static boolean isLabel(String text, int from) {
        for (int i = from; i < from + LABEL_DIGITS; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) {
                return false;
            }
        }
        return true;
    }

    /** The bracket that closes the definition, or -1 where it does not end on its line. */
    private static int closing(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < Math.min(text.length(), from + MAX_HEADER); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            }
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }
}
