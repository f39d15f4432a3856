package io.ambit.core.spi;

import io.ambit.core.session.Space;
import io.ambit.core.tool.Rating;
import io.ambit.core.tool.SessionTally;
import java.util.Collection;
import java.util.List;

/**
 * What sessions came to, and how people found what was done. Tallies outlive sessions that are too old to be kept; with
 * a session that is deleted by name its tally and its ratings go. Nothing crosses a {@link Space}. Thread-safe.
 */
public interface UsageStore {

    /** Keeps tallies, each in the place of the session's earlier one. */
    void keep(Space space, Collection<SessionTally> tallies);

    /** All that are kept, newest session first. */
    List<SessionTally> tallies(Space space);

    /** Keeps a rating; the same author's of the same subject on the same day (UTC) is replaced. */
    void rate(Space space, Rating rating);

    /** All ratings, newest first. */
    List<Rating> ratings(Space space);

    /** The ratings of one subject, newest first. */
    default List<Rating> ratings(Space space, String subject) {
        return ratings(space).stream()
                .filter(rating -> rating.subject().equals(subject))
                .toList();
    }
}
