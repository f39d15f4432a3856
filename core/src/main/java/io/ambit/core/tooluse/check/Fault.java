package io.ambit.core.tooluse.check;

import java.util.Locale;

/** What may be wrong with a call, the cause before what follows from it. */
public enum Fault {
    /** No tool of this name is offered. */
    UNKNOWN_TOOL(true),
    /** An argument that the tool does not name, and does not say that it takes. */
    UNEXPECTED_PARAMETER(true),
    /** An argument is missing that the tool wants. */
    MISSING_REQUIRED(true),
    /** Text where a number is wanted, say. */
    WRONG_TYPE(true),
    /** None of the values that the tool lists. */
    BAD_ENUM(true),
    /** Of the right type, and yet outside of what the schema allows: too long, too large, of another form. */
    WRONG_VALUE(true),
    /** An item's id in another spelling than the item bears. */
    MALFORMED_ID(true),
    /** An id that no item bears. */
    UNKNOWN_REFERENCE(true),
    /** A status that the item cannot go to from where it stands. */
    ILLOGICAL_TRANSITION(true),
    /** Blocked, and nothing says by what. */
    MISSING_REASON(true),
    /** Done, and nothing shows it. The call is taken all the same. */
    MISSING_EVIDENCE(false),
    /** Belongs to nothing, where its like do. The call is taken all the same. */
    MISSING_PARENT(false),
    /** Calls like it failed, and a person approved what got over that. The call is taken all the same. */
    FAILED_BEFORE(false);

    private final boolean breaks;

    Fault(boolean breaks) {
        this.breaks = breaks;
    }

    /** Whether a call with this fault is wrong; else it is only worth a word. */
    public boolean breaksCall() {
        return breaks;
    }

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
