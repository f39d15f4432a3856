package io.ambit.wire.memory;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import org.jspecify.annotations.Nullable;

/**
 * Where an import goes.
 *
 * @param one the space that takes all, or null where each record goes to the space that its source names
 */
public record IntoSpaces(@Nullable Space one) {

    /** The space of what the source keeps under {@code name}. */
    public Space space(String name) {
        if (one != null) {
            return one;
        }
        try {
            return new Space(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A session's name or a record's key that stays apart from those of the source's other spaces. */
    public String unique(String space, String name) {
        return one == null ? name : space + "/" + name;
    }
}
