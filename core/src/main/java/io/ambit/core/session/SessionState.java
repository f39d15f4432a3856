package io.ambit.core.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session brings to its next step.
 *
 * @param steps how many were recorded; 0 for a new session
 * @param retry whether the arriving request repeats the last step's body, and so is no step of its own
 * @param retrieveTool whether the retrieve tool was added to this session's requests, null before it was decided
 * @param route where its last step that ended was sent
 * @param lastRequest null for a new session
 */
public record SessionState(
        Space space,
        SessionId id,
        int steps,
        boolean retry,
        Decisions decisions,
        List<Summary> summaries,
        List<HiddenExchange> hidden,
        @Nullable Boolean retrieveTool,
        Route route,
        @Nullable Instant lastRequest) {

    public SessionState {
        summaries = List.copyOf(summaries);
        hidden = List.copyOf(hidden);
    }
}
