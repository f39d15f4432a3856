package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/**
 * A vendor's keys: a prefix, then so many characters of an alphabet.
 *
 * @param label the vendor's name and what the key is
 * @param least characters after the prefix
 * @param most characters after the prefix; a longer run is no such key. A prefix that nothing else has needs no bound.
 */
record KeyForm(String label, String prefix, Alphabet alphabet, int least, int most) {
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Exactly {@code length} after the prefix. */
    static KeyForm exact(String label, String prefix, Alphabet alphabet, int length) {
        return new KeyForm(label, prefix, alphabet, length, length);
    }

    /** {@code least} or more after the prefix. */
    static KeyForm atLeast(String label, String prefix, Alphabet alphabet, int least) {
        return new KeyForm(label, prefix, alphabet, least, UNBOUNDED);
    }

    /** The key whose prefix stands at {@code at}, or null. */
    @Nullable Finding at(String text, int at) {
        if (!text.startsWith(prefix, at) || !Alphabet.startsWord(text, at)) {
            return null;
        }
        int body = at + prefix.length();
        int end = alphabet.runEnd(text, body, least);
        if (end - body < least || isWords(text, body, end)) {
            return null;
        }
        // From here it is found unless it is too long: either way what is read is then passed over or bounded.
        end = alphabet.runEnd(text, body, most == UNBOUNDED ? UNBOUNDED : most + 1);
        if (end - body > most || (most == least && end < text.length() && Alphabet.ALNUM.has(text.charAt(end)))) {
            return null;
        }
        return new Finding(at, end, label);
    }

    /** Whether letters of one case and separators are all there is: a name that happens to begin like a key. */
    private boolean isWords(String text, int from, int end) {
        boolean separated = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return false;
            }
            separated |= !Alphabet.ALNUM.has(c);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        return separated && !(upper && lower);
    }
}
