package io.ambit.core.spi;

/** Counts the tokens of a text as a model would. Deterministic, thread-safe. */
public interface TokenCounter {

    /** Short name for reports and settings, "chars4" say. */
    String name();

    /** Tokens of {@code text}, at least 0. */
    int count(String text);
}
