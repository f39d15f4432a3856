package io.ambit.core.memory.disclosure;

import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody who comes back needs to know, in about 500 tokens.
 *
 * @param recent what was done last, newest first, each in about ten words
 * @param decisions the last decisions and why they were taken, newest first
 * @param active what the work stands at
 * @param tokens of the text
 * @param text safe to show to a model
 */
public record Timeline(List<Line> recent, List<Decision> decisions, Active active, int tokens, String text) {
    public Timeline {
        recent = List.copyOf(recent);
        decisions = List.copyOf(decisions);
    }

    /** Something that was done, and the record that tells all of it. */
    public record Line(Instant at, String text, RecordId record) {}

    /**
     * A decision.
     *
     * @param rationale "" where none was given
     */
    public record Decision(Instant at, String text, String rationale, RecordId record) {}

    /** What is worked on, what stands in the way, what comes next; each may be empty. */
    public record Active(String currentFocus, List<String> blockedBy, List<String> nextUp) {
        public Active {
            blockedBy = List.copyOf(blockedBy);
            nextUp = List.copyOf(nextUp);
        }
    }
}
