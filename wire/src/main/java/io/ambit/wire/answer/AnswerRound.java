package io.ambit.wire.answer;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;

/** What one upstream call answered, read from its pieces or from its whole body. */
public interface AnswerRound {
    /** What is read of an answer at most, in characters; beyond that it only passes. */
    int MAX_READ = 16 << 20;

    /**
     * Reads a piece of a stream, or a whole answer.
     *
     * @param source what {@code root} was parsed from
     */
    void take(Json root, byte[] source);

    /** Reads an event's data that are no JSON. */
    default void takeWord(byte[] data) {}

    /** Notes what went wrong, unless the upstream itself said so. */
    void failed(String message);

    /** What the upstream counted, {@link Usage#UNKNOWN} where it did not say. */
    Usage usage();
}
