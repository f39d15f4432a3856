package io.ambit.core.session;

/**
 * Tokens as the upstream counted them; -1 where it did not say.
 *
 * @param input all prompt tokens, cached ones included
 * @param cached those of {@code input} that the upstream had in its cache
 */
public record Usage(long input, long cached, long output) {
    public static final Usage UNKNOWN = new Usage(-1, -1, -1);

    public boolean isKnown() {
        return input >= 0 || output >= 0;
    }
}
