package io.ambit.core.graph;

import io.ambit.core.record.Link;
import io.ambit.core.record.RecordId;

/** How much of a record's relevance goes over a link to the record at its other end, 0 to 1. */
final class LinkStrength {
    private LinkStrength() {}

    /** @param from the end that the relevance comes from */
    static double of(Link link, RecordId from) {
        boolean forward = link.from().equals(from);
        return switch (link.type()) {
            // Whoever asks for what was replaced wants to know by what; the other way it is history.
            case SUPERSEDES -> forward ? 0.3 : 1;
            case SUPERSEDED_BY -> forward ? 1 : 0.3;
            case DERIVED_FROM, ELABORATES, EXAMPLE_OF, SUPPORTS -> 0.9;
            case CONTRADICTS -> 0.8;
            case BLOCKS, REFERENCES -> 0.7;
            case RELATED_TO, RELATES_TO, BELONGS_TO -> 0.6;
        };
    }
}
