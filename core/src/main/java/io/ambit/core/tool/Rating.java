package io.ambit.core.tool;

import io.ambit.core.error.InvalidInputException;
import java.time.Instant;

/**
 * How somebody found what a session, or the context of an item, held.
 *
 * @param subject the session's id, or the item's
 * @param stars 1 to 5
 * @param author who says so: "user" or a name, or "agent:NAME"
 */
public record Rating(String subject, int stars, String author, Instant at) {
    public static final int MOST = 5;

    private static final String AGENT = "agent:";

    public Rating {
        if (stars < 1 || stars > MOST) {
            throw new InvalidInputException("stars " + stars + ", expected 1 to " + MOST);
        }
    }

    /** Whether a person says so. What agents say of their own contexts does not count as that. */
    public boolean isOfPerson() {
        return !author.startsWith(AGENT);
    }
}
