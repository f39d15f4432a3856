package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/** The password in {@code scheme://user:password@host}. */
final class UrlPasswords {
    private static final int MAX_AUTHORITY = 512;
    private static final String ENDS = "/?#<>\"'`\\{}|";

    private UrlPasswords() {}

    /** @param at the colon after the scheme */
    static @Nullable Finding at(String text, int at) {
        if (!text.startsWith("://", at) || at == 0 || !Alphabet.ALNUM.has(text.charAt(at - 1))) {
            return null;
        }
        int from = at + 3;
        int most = Math.min(text.length(), from + MAX_AUTHORITY);
        int colon = -1;
        int host = -1;
        for (int i = from; i < most; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || ENDS.indexOf(c) >= 0) {
                break;
            }
            if (c == ':' && colon < 0) {
                colon = i;
            } else if (c == '@' && colon >= 0) {
                host = i; // the last one counts: passwords hold what they should have escaped
            }
        }
        if (host < 0 || host == colon + 1) {
            return null;
        }
        return Placeholders.isOne(text.substring(colon + 1, host))
                ? null
                : new Finding(colon + 1, host, Labels.URL_PASSWORD);
    }
}
