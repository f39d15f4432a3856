package io.ambit.core.compress.structured;

/** Texts that nobody reads, Base64 and the like, as a stub with their size; other texts shortened. */
final class Stubs {
    private static final int MIN_BINARY = 200;
    private static final int HEAD = 24;

    private Stubs() {}

    static String of(String text, int max) {
        if (max == Integer.MAX_VALUE || text.length() <= max) {
            return text;
        }
        if (text.startsWith("data:") && text.indexOf(";base64,") > 0 && text.indexOf(";base64,") < 100) {
            int start = text.indexOf(";base64,") + 8;
            return text.substring(0, start) + "…(" + (text.length() - start) + " chars of Base64)";
        }
        return isBase64(text)
                ? text.substring(0, HEAD) + "…(" + (text.length() - HEAD) + " more chars of Base64)"
                : Texts.shortened(text, max);
    }

    /** Whether a text is one long run of Base64 characters with capitals, small letters and digits among them. */
    private static boolean isBase64(String text) {
        if (text.length() < MIN_BINARY) {
            return false;
        }
        int upper = 0;
        int lower = 0;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                upper++;
            } else if (c >= 'a' && c <= 'z') {
                lower++;
            } else if (c >= '0' && c <= '9') {
                digit++;
            } else if ("+/=-_\n\r".indexOf(c) < 0) {
                return false;
            }
        }
        int tenth = text.length() / 10;
        return upper > tenth && lower > tenth && digit > tenth / 4;
    }
}
