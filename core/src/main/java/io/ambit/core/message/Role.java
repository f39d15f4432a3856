package io.ambit.core.message;

/** Who speaks. Wire formats' other names map onto these ({@code developer} is a system message, say). */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL,
    /** A role that this version does not know: recorded, never edited. */
    OTHER
}
