package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/** Private keys in PEM (RFC 7468) and its relatives, also with line ends escaped, also cut off. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int MAX_TITLE = 60;

    /** An RSA key of 16,384 bits has 12,700 characters. */
    private static final int MAX_BODY = 20_000;

    private PrivateKeys() {}

    static @Nullable Finding at(String text, int at) {
        if (!text.startsWith(BEGIN, at)) {
            return null;
        }
        int title = at + BEGIN.length();
        int titleEnd = within(text, DASHES, title, MAX_TITLE);
        if (titleEnd < 0 || !text.substring(title, titleEnd).contains("PRIVATE KEY")) {
            return null;
        }
        int body = titleEnd + DASHES.length();
        int end = within(text, END, body, MAX_BODY);
        if (end >= 0) {
            int closing = within(text, DASHES, end + END.length(), MAX_TITLE);
            return new Finding(at, closing < 0 ? end + END.length() : closing + DASHES.length(), Labels.PRIVATE_KEY);
        }
        return new Finding(at, cutBodyEnd(text, body), Labels.PRIVATE_KEY);
    }

    private static int within(String text, String wanted, int from, int most) {
        return text.indexOf(wanted, from, (int) Math.min(text.length(), (long) from + most));
    }

    /** Where the lines of base 64 end, headers of encrypted keys passed over. */
    private static int cutBodyEnd(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean newLine = i > 0 && text.charAt(i - 1) == '\n';
            if (newLine && (text.startsWith("Proc-Type:", i) || text.startsWith("DEK-Info:", i))) {
                int line = text.indexOf('\n', i);
                i = line < 0 ? text.length() : line;
            } else if (Alphabet.BASE64.has(c) || c == '\n' || c == '\r' || c == '\\' || isIndent(text, i)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isIndent(String text, int at) {
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        return (c == ' ' || c == '\t') && (before == '\n' || before == ' ' || before == '\t');
    }
}
