package io.ambit.core.context;

import io.ambit.core.context.ContextPolicy.SummaryRequest;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a conversation within its model's window. When it comes near the edge, all outputs but the latest are masked;
 * where that is not enough, the oldest iterations are left out, each call with its results, with a note and their
 * summaries in their place. What users and the system said stays, and so do the latest results. Room for the answer and
 * for the next steps is made at once, so that this boundary comes seldom.
 */
final class WindowFit {
    /** Of a window, what is left to the answer: an eighth, and no more than so many tokens. */
    private static final int MAX_ANSWER = 4096;

    /** How much of the room is used again after a boundary. */
    private static final double REFILL = 0.7;

    private static final int SUMMARY_TOKENS = 500;
    /** Iterations that are not summarised yet: they are still at work. */
    private static final int AT_WORK = 4;

    private final Transcript transcript;
    private final Conditions conditions;
    private final CurationSettings settings;
    private final int room;

    WindowFit(Transcript transcript, Conditions conditions, CurationSettings settings, int window) {
        this.transcript = transcript;
        this.conditions = conditions;
        this.settings = settings;
        this.room = window - Math.min(window / 8, MAX_ANSWER);
    }

    /** {@code decisions} where they fit, else new ones that do, as far as that is possible. */
    Decisions fit(Decisions decisions) {
        if (ForwardedSize.of(transcript, decisions, conditions) <= room) {
            return decisions;
        }
        int target = (int) (room * REFILL);
        int iterations = transcript.iterationCount();
        Decisions masked = decide(decisions, IterationWindow.all(transcript));
        if (ForwardedSize.of(transcript, masked, conditions) <= target) {
            return masked;
        }
        Decisions best = masked;
        for (int last = fitting(masked, target); last >= 1; last = last * 3 / 4) {
            best = decide(decisions, IterationWindow.last(transcript, Math.min(last, iterations)));
            if (ForwardedSize.of(transcript, best, conditions) <= room) {
                break;
            }
        }
        return best;
    }

    /** How many of the last iterations stay within so many tokens, beside all that is never left out. */
    private int fitting(Decisions masked, int target) {
        int iterations = transcript.iterationCount();
        long[] sizes = new long[iterations];
        long fixed = conditions.otherTokens();
        for (int m = 0; m < transcript.size(); m++) {
            int size = ForwardedSize.ofMessage(transcript, m, masked, conditions.tokens());
            int iteration = transcript.iterationOf(m);
            if (iteration < 0
                    || !IterationWindow.isOfAgent(transcript.messages().get(m))) {
                fixed += size;
            } else {
                sizes[iteration] += size;
            }
        }
        int last = 0;
        while (last < iterations && fixed + sizes[iterations - 1 - last] <= target) {
            fixed += sizes[iterations - 1 - last];
            last++;
        }
        return Math.max(1, last);
    }

    /** All outputs inside the window decided anew, the latest as on arrival, the other ones masked. */
    private Decisions decide(Decisions before, IterationWindow window) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>();
        Map<PartKey, Decision> inserts = SummarySchedule.standIns(transcript, window, conditions, true);
        SessionView view = new SessionView();
        CuratedOutput curated = new CuratedOutput(transcript, view, conditions);
        int latest = transcript.iterationCount() - 1;
        int exchange = 0;
        for (int m = 0; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            PartKey whole = PartKey.whole(transcript.chain().get(m));
            PartKey after = PartKey.after(transcript.chain().get(m));
            boolean dropped = window.drops(m);
            change(whole, dropped ? Decision.DROP : null, before, changes);
            change(after, inserts.get(after), before, changes);
            for (Part part : message.parts()) {
                if (!(part instanceof Part.ToolResult)) {
                    if (!dropped) {
                        view.add(part);
                    }
                    continue;
                }
                PartKey key = PartKey.of(transcript, transcript.exchanges().get(exchange));
                Decision decision = Decision.KEEP;
                if (!dropped) {
                    boolean isLatest = transcript.exchanges().get(exchange).iteration() >= latest;
                    decision = curated.decide(
                            exchange,
                            isLatest ? settings.onArrival() : settings.masked(settings.get(CurationOption.MASK_OLD)));
                    view.add(transcript.exchanges().get(exchange), exchange, decision);
                }
                changes.put(key, decision);
                exchange++;
            }
        }
        return before.with(changes, true);
    }

    private static void change(
            PartKey key, @Nullable Decision wanted, Decisions before, Map<PartKey, Decision> changes) {
        Decision now = wanted == null ? Decision.KEEP : wanted;
        if (wanted != null || before.get(key) != null) {
            changes.put(key, now);
        }
    }

    /**
     * Summaries of the oldest iterations, each of about an eighth of the window: how many iterations that is hangs on
     * how fast the session grows. None before half of the window is used.
     */
    static List<SummaryRequest> summariesDue(
            Transcript transcript, List<Summary> made, Conditions conditions, int window) {
        int[] ends = SummarySchedule.lastMessages(transcript);
        long total = 0;
        long stretch = 0;
        int from = 0;
        List<SummaryRequest> due = new ArrayList<>();
        List<SummaryRequest> candidates = new ArrayList<>();
        for (int m = 0; m < transcript.size(); m++) {
            int size = 0;
            for (Part part : transcript.messages().get(m).parts()) {
                size += conditions.tokens().count(part.text());
            }
            total += size;
            stretch += size;
            int iteration = transcript.iterationOf(m);
            if (iteration >= 0 && ends[iteration] == m && stretch >= window / 8 && iteration < ends.length - AT_WORK) {
                candidates.add(new SummaryRequest(transcript.first(m + 1), from, iteration, SUMMARY_TOKENS));
                from = iteration + 1;
                stretch = 0;
            }
        }
        if (total < window / 2) {
            return due;
        }
        for (SummaryRequest candidate : candidates) {
            if (made.stream()
                    .noneMatch(
                            summary -> summary.end().equals(candidate.snapshot().tip()))) {
                due.add(candidate);
            }
        }
        return due;
    }
}
