package io.ambit.core.tooluse.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change that makes a call right, or more right.
 *
 * @param path where, as a JSON Pointer into the arguments, "" for the tool's name
 * @param from what was there: a name where something is renamed, else a value as a tree
 * @param to what is there then; null also where something is dropped
 */
public record Correction(
        Kind kind,
        String path,
        @Nullable Object from,
        @Nullable Object to,
        Certainty certainty) {

    /** What is done. */
    public enum Kind {
        RENAME_TOOL,
        RENAME_PARAMETER,
        DROP_PARAMETER,
        UNWRAP,
        COERCE,
        ENUM,
        FILL,
        ID;

        /** As it stands in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
