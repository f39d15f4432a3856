package io.ambit.core.event;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.util.List;

/**
 * What memory showed at one time, in tokens. A question shows index lines and timeline entries, and topics in full
 * where these do not suffice; a call for records by id shows only full records.
 *
 * @param session of the client, "" for none
 * @param task of the client, "" for none
 * @param question whether it was a question, which could have been answered by showing all of memory
 * @param indexTokens of the index lines shown
 * @param timelineTokens of the timeline entries shown
 * @param readTokens of the full records shown
 * @param allTokens of all topics in full at that time; counts for questions only
 * @param entryTopics the topics whose timeline entry was shown
 * @param fullTopics the topics shown in full
 * @param idleTopics those of them that covered no word of the question that was not covered before
 * @param carriedOut names of what was done about the costs at this time; then nothing was shown
 */
public record DisclosureEvent(
        Space space,
        String session,
        String task,
        Instant at,
        boolean question,
        int indexTokens,
        int timelineTokens,
        int readTokens,
        long allTokens,
        List<String> entryTopics,
        List<String> fullTopics,
        List<String> idleTopics,
        List<String> carriedOut) {
    private static final int MAX_NAME = 200;

    public DisclosureEvent {
        if (session.length() > MAX_NAME || task.length() > MAX_NAME) {
            throw new InvalidInputException("name of a session or task of more than " + MAX_NAME + " characters");
        }
        entryTopics = List.copyOf(entryTopics);
        fullTopics = List.copyOf(fullTopics);
        idleTopics = List.copyOf(idleTopics);
        carriedOut = List.copyOf(carriedOut);
    }

    /** Something was done about the costs. */
    public static DisclosureEvent carried(Space space, String session, String task, Instant at, List<String> names) {
        return new DisclosureEvent(space, session, task, at, false, 0, 0, 0, 0, List.of(), List.of(), List.of(), names);
    }
}
