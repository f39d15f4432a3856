package io.ambit.wire.answer;

/** How the pieces of a stream are told apart. */
public enum Framing {
    /** Server-sent events. */
    EVENTS,
    /** One JSON text a line. */
    LINES
}
