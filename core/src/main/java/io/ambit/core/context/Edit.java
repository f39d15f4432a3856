package io.ambit.core.context;

/** A change to a request body that follows from decisions; everything that no edit names stays byte-identical. */
public sealed interface Edit {

    /** Index of the message concerned, in the order of the transcript. */
    int messageIndex();

    /** Another text in a part's place. */
    record Replace(int messageIndex, int partIndex, String text) implements Edit {}

    /** A message left out. */
    record Drop(int messageIndex) implements Edit {}

    /** A user message of Ambit's own after a message (after none where the index is -1). */
    record Insert(int messageIndex, String text) implements Edit {}

    /** Messages put back as they were sent before, in the session's wire format, comma-separated, after a message. */
    record Restore(int messageIndex, String messages) implements Edit {}
}
