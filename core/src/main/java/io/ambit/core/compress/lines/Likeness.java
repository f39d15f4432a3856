package io.ambit.core.compress.lines;

/**
 * A key that lines share which say the same at other times: equal but for time stamps, or for every number, hexadecimal
 * word and time stamp. A hash of 64 bits; two lines that meet by chance cost a line, not evidence of another kind.
 */
final class Likeness {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final int MAX_STAMP = 40;
    private static final int MAX_MESSAGE = 300;

    private Likeness() {}

    /** @param exact whether numbers count, but for those of a time stamp at the start */
    static long key(String line, boolean exact) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) <= ' ') {
            end--;
        }
        return exact ? exact(line, stampEnd(line), end) : shape(line, end);
    }

    private static long exact(String line, int from, int end) {
        long hash = BASIS;
        for (int i = from; i < end; i++) {
            hash = (hash ^ line.charAt(i)) * PRIME;
        }
        return hash ^ (hash >>> 29);
    }

    /** A key of what a message says, from {@code from} on, whatever numbers and quoted names it says it of. */
    static long message(String line, int from) {
        StringBuilder plain = new StringBuilder();
        char quote = 0;
        for (int i = from; i < Math.min(line.length(), from + MAX_MESSAGE); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '`' || c == '"' || c == '‘' || (c == '\'' && line.charAt(Math.max(i - 1, 0)) <= ' ')) {
                quote = c == '‘' ? '’' : c;
            } else {
                plain.append(c);
            }
        }
        return shape(plain.toString(), plain.length());
    }

    private static long shape(String line, int end) {
        long hash = BASIS;
        for (int i = 0; i < end; ) {
            int wordEnd = i;
            boolean digit = false;
            boolean hex = true;
            while (wordEnd < end && Character.isLetterOrDigit(line.charAt(wordEnd))) {
                char c = line.charAt(wordEnd);
                digit |= c >= '0' && c <= '9';
                hex &= (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                wordEnd++;
            }
            if (wordEnd == i) {
                char c = line.charAt(i++);
                hash = c <= ' ' ? hash : (hash ^ c) * PRIME;
            } else if (digit && (hex || wordEnd - i > 12)) {
                hash = (hash ^ '#') * PRIME;
                i = wordEnd;
            } else {
                boolean inNumber = false;
                for (; i < wordEnd; i++) {
                    char c = line.charAt(i);
                    boolean isDigit = c >= '0' && c <= '9';
                    if (!isDigit || !inNumber) {
                        hash = (hash ^ (isDigit ? '#' : c)) * PRIME;
                    }
                    inNumber = isDigit;
                }
            }
        }
        return hash ^ (hash >>> 31);
    }

    /** Where a line's own text starts after a date and time; 0 where it starts with none. */
    static int stampEnd(String line) {
        int i = 0;
        int digits = 0;
        int end = 0;
        int max = Math.min(line.length(), MAX_STAMP);
        while (i < max) {
            char c = line.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == ' ') {
                end = digits >= 6 ? i : end;
            } else if ("-:.,+/[]TZ".indexOf(c) < 0) {
                break;
            }
            i++;
        }
        return digits >= 6 ? Math.max(end, 0) : 0;
    }
}
