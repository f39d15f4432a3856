package io.ambit.core.memory.intake;

import io.ambit.core.record.Draft;

/**
 * A draft that did not become memory.
 *
 * @param message what was expected and what came, fit to be shown
 */
public record Refusal(Draft draft, Reason reason, String message) {

    /** Why not. */
    public enum Reason {
        /** Nothing is left of it without its private text. */
        EMPTY,
        /** It repeats what memory has shown. */
        RECALLED,
        /** It is in the store's list of what was forgotten, and stays forgotten. */
        FORGOTTEN
    }
}
