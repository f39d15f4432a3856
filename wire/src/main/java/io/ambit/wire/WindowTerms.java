package io.ambit.wire;

/**
 * What a request asks of its model's window, in formats that can say so.
 *
 * @param tokens the size to load the model with, 0 to leave that to the server
 * @param whole whether a prompt that does not fit is to be refused, where the server would else cut it in silence
 */
public record WindowTerms(int tokens, boolean whole) {
    /** Asks nothing. */
    public static final WindowTerms OPEN = new WindowTerms(0, false);

    public WindowTerms {
        if (tokens < 0) {
            throw new IllegalArgumentException("window of " + tokens + " tokens, expected 0 or more");
        }
    }

    /** Whether nothing is asked. */
    public boolean isOpen() {
        return tokens == 0 && !whole;
    }
}
