package io.ambit.core.memory.time;

/** What a question says of time. */
public sealed interface TimeHint {

    /** The words that say it. */
    String words();

    /** A span that the words name by themselves: "last week", "in May". */
    record Named(String words, TimeSpan span) implements TimeHint {}

    /**
     * A span beside something that happened: "before the trip". When that was, memory must say.
     *
     * @param anchor what happened, in the question's words
     */
    record Beside(String words, Side side, String anchor) implements TimeHint {}

    /** On which side of an event. */
    enum Side {
        BEFORE,
        AFTER,
        DURING
    }
}
