package io.ambit.testkit;

import io.ambit.core.record.Fact;
import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store of facts must answer, by the plainest means: everything that was ever said is kept in a list and played
 * from its beginning for each question; whether a fact holds at a moment is asked of that moment alone.
 */
final class FactOracle {
    /** A fact of a record was stated, or the record was forgotten. */
    private record Event(
            Instant at,
            RecordId id,
            Instant recordedAt,
            @Nullable Fact fact) {}

    private record Said(int order, Fact fact, Instant recordedAt) {
        Instant takesOver() {
            if (fact.validAt() != null) {
                return fact.validAt();
            }
            return fact.invalidAt() != null ? Instant.MIN : recordedAt;
        }

        boolean isAfter(Said other) {
            int byTime = takesOver().compareTo(other.takesOver());
            if (takesOver().equals(Instant.MIN)) {
                return false;
            }
            return byTime > 0 || (byTime == 0 && order > other.order);
        }

        boolean opposes(Said other) {
            return fact.single()
                    && other.fact.single()
                    && plain(fact.subject()).equals(plain(other.fact.subject()))
                    && plain(fact.predicate()).equals(plain(other.fact.predicate()))
                    && !plain(fact.object()).equals(plain(other.fact.object()));
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Map<RecordId, Integer> order = new LinkedHashMap<>();

    void state(Instant at, RecordId id, Instant recordedAt, Fact fact) {
        order.putIfAbsent(id, order.size());
        events.add(new Event(at, id, recordedAt, fact));
    }

    void forget(Instant at, RecordId id) {
        events.add(new Event(at, id, at, null));
    }

    /** The records whose facts hold at a moment of the world, as known at one of the database. */
    Set<RecordId> holding(@Nullable Instant worldAt, @Nullable Instant knownAt) {
        Map<RecordId, Said> said = said(played(knownAt));
        Set<RecordId> holding = new HashSet<>();
        said.forEach((id, one) -> {
            if (worldAt == null || holds(one, said.values(), worldAt)) {
                holding.add(id);
            }
        });
        holding.removeAll(forgotten());
        return holding;
    }

    /** Each pair of which the first has ever ended the second. */
    Set<List<RecordId>> contradictions() {
        Set<List<RecordId>> pairs = new HashSet<>();
        for (int n = 1; n <= events.size(); n++) {
            Map<RecordId, Said> said = said(events.subList(0, n));
            said.forEach((id, one) -> said.forEach((other, ending) -> {
                boolean isFirst = ending.opposes(one)
                        && ending.isAfter(one)
                        && said.values().stream()
                                .noneMatch(between ->
                                        between.opposes(one) && between.isAfter(one) && ending.isAfter(between));
                Instant end = one.fact().invalidAt();
                if (isFirst && (end == null || end.isAfter(ending.takesOver()))) {
                    pairs.add(List.of(other, id));
                }
            }));
        }
        pairs.removeIf(pair -> forgotten().stream().anyMatch(pair::contains));
        return pairs;
    }

    private List<Event> played(@Nullable Instant knownAt) {
        return events.stream()
                .filter(event -> knownAt == null || !event.at().isAfter(knownAt))
                .toList();
    }

    private Map<RecordId, Said> said(List<Event> played) {
        Map<RecordId, Said> said = new LinkedHashMap<>();
        for (Event event : played) {
            if (event.fact() == null) {
                said.remove(event.id());
            } else {
                said.put(
                        event.id(),
                        new Said(Objects.requireNonNull(order.get(event.id())), event.fact(), event.recordedAt()));
            }
        }
        return said;
    }

    private Set<RecordId> forgotten() {
        Set<RecordId> gone = new HashSet<>();
        events.stream().filter(event -> event.fact() == null).forEach(event -> gone.add(event.id()));
        return gone;
    }

    private static boolean holds(Said one, Iterable<Said> all, Instant moment) {
        Instant start = one.fact().validAt();
        Instant end = one.fact().invalidAt();
        if ((start != null && start.isAfter(moment)) || (end != null && !end.isAfter(moment))) {
            return false;
        }
        boolean isUnbounded = start == null && end == null;
        for (Said other : all) {
            if (!other.opposes(one)) {
                continue;
            }
            boolean isTakenOver = other.isAfter(one) && !other.takesOver().isAfter(moment);
            boolean comesTooEarly = isUnbounded && one.isAfter(other) && moment.isBefore(one.recordedAt());
            if (isTakenOver || comesTooEarly) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return String.join(" ", text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }
}
