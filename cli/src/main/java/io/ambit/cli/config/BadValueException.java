package io.ambit.cli.config;

/** A settings record refuses a value. The reader adds where the value stood. */
final class BadValueException extends RuntimeException {
    private final String key;
    private final String expected;

    /** @param key the component's name within its record */
    BadValueException(String key, String expected) {
        super(key + ": expected " + expected);
        this.key = key;
        this.expected = expected;
    }

    String key() {
        return key;
    }

    String expected() {
        return expected;
    }

    static void require(boolean holds, String key, String expected) {
        if (!holds) {
            throw new BadValueException(key, expected);
        }
    }
}
