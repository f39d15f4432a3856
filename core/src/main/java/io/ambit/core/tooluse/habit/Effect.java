package io.ambit.core.tooluse.habit;

/** What a call does to the data that other calls read. */
public enum Effect {
    /** Computes from its arguments alone. */
    PURE,
    /** Reads, and changes nothing. */
    READ,
    /** Reads what is expected to change: a clock, the state of a job. Repeating it is its use. */
    WATCH,
    /** Changes something, or may: also every call of which it is not known what it does. */
    WRITE;

    /** Whether data may be other data after the call. */
    public boolean changes() {
        return this == WRITE;
    }

    /** Whether the same call, made again with nothing written between, brings nothing new. */
    public boolean repeats() {
        return this == PURE || this == READ;
    }
}
