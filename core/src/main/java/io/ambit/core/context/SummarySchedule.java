package io.ambit.core.context;

import io.ambit.core.context.ContextPolicy.SummaryRequest;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which summaries are to be made of a conversation, and where those that were made stand in it. */
final class SummarySchedule {
    private SummarySchedule() {}

    /**
     * A request for each full interval of iterations that is complete, because the next iteration has begun, and has no
     * summary yet; oldest first.
     */
    static List<SummaryRequest> due(Transcript transcript, List<Summary> made, int interval, int maxTokens) {
        List<SummaryRequest> due = new ArrayList<>();
        int[] ends = lastMessages(transcript);
        for (int from = 0; from + interval < ends.length; from += interval) {
            int to = from + interval - 1;
            var end = transcript.chain().get(ends[to]);
            int start = from;
            boolean isMade = made.stream()
                    .anyMatch(s -> s.from() == start && s.to() == to && s.end().equals(end));
            if (!isMade) {
                due.add(new SummaryRequest(transcript.first(ends[to] + 1), from, to, maxTokens));
            }
        }
        return due;
    }

    /** What stands in the place of what the window dropped: summaries, and how to get the outputs back. */
    static Map<PartKey, Decision> standIns(
            Transcript transcript, IterationWindow window, Conditions conditions, boolean summaries) {
        Map<PartKey, Decision> inserts = summaries ? inserts(transcript, window, conditions) : new HashMap<>();
        int tokens = 0;
        for (Decision summary : inserts.values()) {
            tokens += conditions.tokens().count(text(summary) + "\n");
        }
        window.note(transcript, tokens, conditions.tokens())
                .forEach((after, note) -> inserts.merge(
                        after, note, (summary, last) -> new Decision.Insert(text(summary) + "\n" + text(last))));
        return inserts;
    }

    private static String text(Decision decision) {
        return decision instanceof Decision.Insert insert ? insert.text() : "";
    }

    /** An insertion for each summary of what the window dropped of this conversation. */
    private static Map<PartKey, Decision> inserts(
            Transcript transcript, IterationWindow window, Conditions conditions) {
        if (conditions.summaries().isEmpty() || window.first() == 0) {
            return new HashMap<>();
        }
        Map<PartKey, Decision> inserts = new HashMap<>();
        int[] ends = lastMessages(transcript);
        for (Summary summary : conditions.summaries()) {
            if (summary.to() < window.first()
                    && transcript.chain().get(ends[summary.to()]).equals(summary.end())) {
                String text = "[Summary of iterations " + summary.from() + " to " + summary.to()
                        + ", which are no longer shown]\n" + summary.text();
                if (window.droppedMoreThan(
                        conditions.tokens().count(text),
                        transcript,
                        summary.from(),
                        summary.to(),
                        conditions.tokens())) {
                    inserts.put(PartKey.after(summary.end()), new Decision.Insert(text));
                }
            }
        }
        return inserts;
    }

    /** Index of the last message of each iteration. */
    static int[] lastMessages(Transcript transcript) {
        int[] ends = new int[transcript.iterationCount()];
        Arrays.fill(ends, -1);
        for (int m = 0; m < transcript.size(); m++) {
            if (transcript.iterationOf(m) >= 0) {
                ends[transcript.iterationOf(m)] = m;
            }
        }
        return ends;
    }
}
