package io.ambit.core.record;

import io.ambit.core.session.Space;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be stored and has no id yet.
 *
 * @param happenedAt when what it tells of happened; null where that is not known
 * @param importance 0 to 1, given by who wrote it or by rules, never by what the text says of itself
 * @param confidence 0 to 1
 */
public record Draft(
        Space space,
        Content content,
        Provenance provenance,
        @Nullable Instant happenedAt,
        double importance,
        double confidence) {
    public static final double USUAL_IMPORTANCE = 0.5;

    public Draft {
        Texts.share("importance", importance);
        Texts.share("confidence", confidence);
    }

    public static Draft of(Space space, Content content, Provenance provenance, @Nullable Instant happenedAt) {
        return new Draft(space, content, provenance, happenedAt, USUAL_IMPORTANCE, 1);
    }

    public Draft withContent(Content changed) {
        return new Draft(space, changed, provenance, happenedAt, importance, confidence);
    }

    public Draft withConfidence(double changed) {
        return new Draft(space, content, provenance, happenedAt, importance, changed);
    }

    public Draft withImportance(double changed) {
        return new Draft(space, content, provenance, happenedAt, changed, confidence);
    }
}
