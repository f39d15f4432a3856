package io.ambit.core.tooluse.habit;

import java.util.Locale;

/** The seven anti-patterns of tool use. */
public enum HabitKind {
    /** Items are looked up one after another where one call would have returned them all. */
    LOOP,
    /** A whole item is fetched, and only a small part of it is ever used. */
    OVER_FETCH,
    /** References are expanded, and nothing of what they brought is used. */
    OVER_HYDRATE,
    /** An item is created without the parent that such items have. */
    MISSING_CONTEXT,
    /** The same data is read twice, with nothing written between. */
    REDUNDANT_QUERY,
    /** An id is spelled in another form than the ids that the tool returns or finds. */
    INVALID_FORMAT,
    /** Work is said to be done without the evidence that such calls carry. */
    MISSING_EVIDENCE;

    /** As reports name it, "over_fetch" say. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
