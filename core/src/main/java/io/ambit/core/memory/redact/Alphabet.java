package io.ambit.core.memory.redact;

/** Characters that keys are made of. */
enum Alphabet {
    HEX("0123456789abcdef"),
    UPPER("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ALNUM("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    /** Letters and digits with {@code _}. */
    WORD(ALNUM.members + "_"),
    /** Base 64 for URLs. */
    URL(ALNUM.members + "_-"),
    BASE64(ALNUM.members + "+/="),
    /** Keys in several pieces. */
    DOTTED(ALNUM.members + "_-.="),
    DOTTED_BASE64(ALNUM.members + "_-.+/=");

    private final String members;
    private final boolean[] has = new boolean[128];

    Alphabet(String members) {
        this.members = members;
        members.chars().forEach(c -> has[c] = true);
    }

    boolean has(char c) {
        return c < 128 && has[c];
    }

    /** Where the run of these characters ends that starts at {@code from}; looks at most {@code most} ahead. */
    int runEnd(String text, int from, int most) {
        int end = (int) Math.min(text.length(), (long) from + most);
        int i = from;
        while (i < end && has(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether {@code at} is not inside a word: nothing of letters and digits stands before it. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !ALNUM.has(text.charAt(at - 1));
    }
}
