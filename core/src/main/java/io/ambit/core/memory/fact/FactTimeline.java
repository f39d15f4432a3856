package io.ambit.core.memory.fact;

import io.ambit.core.record.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one subject and one single-valued predicate leave of each other's intervals. It rests on what was
 * stated only, so a fact that arrives late, or is forgotten, leaves what would be there had it come in time, or never.
 *
 * <ul>
 *   <li>A fact takes over at its {@code validAt}. Where that is not stated, it takes over at the time of its record, or,
 *       where it states an end, at the beginning of all time.
 *   <li>It ends where it says itself, and at the latest where the next one with another object takes over; of two that
 *       take over at once, the one that was stored later is the next. Those that have always held do not end each
 *       other: neither has a time at which it began to.
 *   <li>Facts of the same object stand beside each other: the later one extends the earlier.
 *   <li>A fact that states neither start nor end always held, unless one with another object took over before it: then
 *       it holds from when it takes over.
 * </ul>
 */
public final class FactTimeline {
    private FactTimeline() {}

    /**
     * A fact as it was stated.
     *
     * @param recordedAt when what its record tells of happened, or else when it was stored
     */
    public record Stated(Fact fact, Instant recordedAt) {
        Instant takesOver() {
            Instant start = fact.validAt();
            if (start != null) {
                return start;
            }
            return fact.invalidAt() == null ? recordedAt : Instant.MIN;
        }

        String object() {
            return Folded.of(fact.object());
        }
    }

    /**
     * What holds of a fact.
     *
     * @param fact with the interval that is left
     * @param closedBy the place, in the list that was given, of the fact that ends it; -1 where none does
     */
    public record Settled(Fact fact, int closedBy) {}

    /** What holds of each, in the order of {@code stated}, which is that of storage. */
    public static List<Settled> settle(List<Stated> stated) {
        List<Integer> byTime = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            byTime.add(i);
        }
        // Stable: of those that take over at once, the one that was stored later stays later.
        byTime.sort(Comparator.comparing(i -> stated.get(i).takesOver()));
        int[] next = nextOther(stated, byTime);
        int firstOther = byTime.isEmpty() ? -1 : next[0];
        int dated = 0;
        while (dated < byTime.size()
                && stated.get(byTime.get(dated)).takesOver().equals(Instant.MIN)) {
            dated++;
        }
        Settled[] settled = new Settled[stated.size()];
        for (int place = 0; place < byTime.size(); place++) {
            int i = byTime.get(place);
            int ending = next[place];
            if (place < dated && ending >= 0 && ending < dated) {
                ending = firstOther(stated, byTime, dated, next, stated.get(i).object());
            }
            boolean isOpposedBefore = firstOther >= 0 && place >= firstOther;
            settled[i] = settle(stated, i, ending < 0 ? -1 : byTime.get(ending), isOpposedBefore);
        }
        return List.copyOf(Arrays.asList(settled));
    }

    /** The first place from {@code from} on whose object is not {@code object}, or -1. */
    private static int firstOther(List<Stated> stated, List<Integer> byTime, int from, int[] next, String object) {
        if (from == byTime.size()) {
            return -1;
        }
        return stated.get(byTime.get(from)).object().equals(object) ? next[from] : from;
    }

    /** For each place in time, the first later one that has another object, or -1. */
    private static int[] nextOther(List<Stated> stated, List<Integer> byTime) {
        int[] next = new int[byTime.size()];
        String following = "";
        for (int place = byTime.size() - 1; place >= 0; place--) {
            String object = stated.get(byTime.get(place)).object();
            if (place == byTime.size() - 1) {
                next[place] = -1;
            } else {
                next[place] = object.equals(following) ? next[place + 1] : place + 1;
            }
            following = object;
        }
        return next;
    }

    private static Settled settle(List<Stated> stated, int i, int next, boolean isOpposedBefore) {
        Fact fact = stated.get(i).fact();
        Instant start = fact.validAt();
        if (start == null && fact.invalidAt() == null && isOpposedBefore) {
            start = stated.get(i).recordedAt();
        }
        Instant end = fact.invalidAt();
        int closedBy = -1;
        if (next >= 0) {
            Instant takenOver = stated.get(next).takesOver();
            if (end == null || end.isAfter(takenOver)) {
                closedBy = next;
                end = takenOver;
            }
        }
        return new Settled(interval(fact, start, end), closedBy);
    }

    private static Fact interval(Fact fact, @Nullable Instant start, @Nullable Instant end) {
        return new Fact(fact.subject(), fact.predicate(), fact.object(), fact.single(), start, end);
    }
}
