package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import java.time.Instant;

/** A directed relation between two records of one space. */
public record Link(Space space, RecordId from, LinkType type, RecordId to, String author, Instant createdAt) {
    public Link {
        if (from.equals(to)) {
            throw new InvalidInputException(
                    "link " + type.label() + " of " + from + " to itself, expected another record");
        }
    }
}
