package io.ambit.core.memory.redact;

/** Characters that keys are made of. */
final class Alphabet {
    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz";

    static final Alphabet HEX = new Alphabet(DIGITS + "abcdef");
    static final Alphabet UPPER = new Alphabet(DIGITS + CAPITALS);
    static final Alphabet ALNUM = new Alphabet(DIGITS + LETTERS);
    /** Letters and digits with {@code _}. */
    static final Alphabet WORD = new Alphabet(DIGITS + LETTERS + "_");
    /** Base 64 for URLs. */
    static final Alphabet URL = new Alphabet(DIGITS + LETTERS + "_-");

    static final Alphabet BASE64 = new Alphabet(DIGITS + LETTERS + "+/=");
    /** Keys in several pieces. */
    static final Alphabet DOTTED = new Alphabet(DIGITS + LETTERS + "_-.=");

    static final Alphabet DOTTED_BASE64 = new Alphabet(DIGITS + LETTERS + "_-.+/=");

    private final boolean[] has = new boolean[128];

    private Alphabet(String members) {
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
