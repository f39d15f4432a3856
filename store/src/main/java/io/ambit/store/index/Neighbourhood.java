package io.ambit.store.index;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Turn;
import io.ambit.core.retrieval.Surroundings;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The turns around some turns, read from the store in few reads, each analysed once. */
final class Neighbourhood {
    /** A place in a conversation. */
    record Place(String session, int position) {}

    /** A turn and what it lends to those around it. */
    record Neighbour(MemoryRecord record, Turn turn, int words, List<String> terms) {}

    private final Map<String, NavigableMap<Integer, Neighbour>> turns = new HashMap<>();

    /** Reads all turns that change, or bear on, what the turns at these places are indexed with. */
    static Neighbourhood around(List<Place> places, Space space, MemoryStore store, Analysis analysis) {
        Neighbourhood around = new Neighbourhood();
        Map<String, NavigableSet<Integer>> wanted = new HashMap<>();
        for (Place place : places) {
            wanted.computeIfAbsent(place.session(), name -> new TreeSet<>()).add(place.position());
        }
        wanted.forEach((session, positions) -> around.read(session, positions, space, store, analysis));
        return around;
    }

    private void read(
            String session, NavigableSet<Integer> positions, Space space, MemoryStore store, Analysis analysis) {
        NavigableMap<Integer, Neighbour> found = turns.computeIfAbsent(session, name -> new TreeMap<>());
        int before = Surroundings.BEFORE + Surroundings.AFTER;
        int from = -1;
        int to = -1;
        List<int[]> ranges = new ArrayList<>();
        for (int position : positions) {
            if (from >= 0 && position - before <= to + 1) {
                to = position + before;
            } else {
                if (from >= 0) {
                    ranges.add(new int[] {from, to});
                }
                from = Math.max(0, position - before);
                to = position + before;
            }
        }
        ranges.add(new int[] {from, to});
        for (int[] range : ranges) {
            for (MemoryRecord record : store.turns(space, session, range[0], range[1])) {
                if (record.content() instanceof Turn turn) {
                    int words = Tokens.count(turn.text());
                    boolean lends = words <= Surroundings.LONGEST_LENDER;
                    List<String> terms = lends ? analysis.terms(turn.text()) : List.of();
                    found.put(turn.position(), new Neighbour(record, turn, words, terms));
                }
            }
        }
    }

    /** The turns whose index entries depend on the turn at a place, that turn included. */
    List<MemoryRecord> dependants(Place place) {
        // One that follows borrows from what is before it, one that precedes from what is after.
        return turns
                .getOrDefault(place.session(), new TreeMap<>())
                .subMap(place.position() - Surroundings.AFTER, true, place.position() + Surroundings.BEFORE, true)
                .values()
                .stream()
                .map(Neighbour::record)
                .toList();
    }

    /** The turn right before, or null. */
    @Nullable Turn before(Turn turn) {
        Neighbour before = turns.getOrDefault(turn.session(), new TreeMap<>()).get(turn.position() - 1);
        return before == null ? null : before.turn();
    }

    /** Adds the words that the turns around a turn lend it. */
    void lend(Turn turn, int words, TermBag bag) {
        NavigableMap<Integer, Neighbour> session = turns.getOrDefault(turn.session(), new TreeMap<>());
        for (int offset = -Surroundings.BEFORE; offset <= Surroundings.AFTER; offset++) {
            Neighbour neighbour = offset == 0 ? null : session.get(turn.position() + offset);
            if (neighbour != null) {
                bag.add(neighbour.terms(), Surroundings.weight(offset, words));
            }
        }
    }
}
