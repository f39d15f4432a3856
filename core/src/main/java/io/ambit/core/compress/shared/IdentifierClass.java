package io.ambit.core.compress.shared;

/**
 * What an identifier looks like, the likeliest argument of a later call first: on recorded runs names with underscores,
 * paths and codes come back most, then addresses and camel-case names, dates and bare numbers last.
 */
enum IdentifierClass {
    SNAKE_CASE,
    CODE,
    PATH,
    HYPHENATED,
    CAMEL_CASE,
    DOTTED,
    DATE_OR_NUMBER;

    static IdentifierClass of(String id) {
        boolean letter = false;
        boolean digit = false;
        boolean underscore = false;
        boolean slash = false;
        boolean dot = false;
        int hyphens = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            switch (c) {
                case '_' -> underscore = true;
                case '/' -> slash = true;
                case '.' -> dot = true;
                case '-' -> hyphens++;
                default -> {
                    digit |= c >= '0' && c <= '9';
                    letter |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                }
            }
        }
        if (!letter) {
            return DATE_OR_NUMBER;
        }
        if (slash) {
            return PATH;
        }
        if (underscore) {
            return SNAKE_CASE;
        }
        if (digit) {
            return CODE;
        }
        if (hyphens > 0) {
            return HYPHENATED;
        }
        return dot ? DOTTED : CAMEL_CASE;
    }
}
