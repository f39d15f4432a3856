package io.ambit.testkit;

import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a {@link HeapMemoryStore} holds of one space. Guarded by the store. */
final class HeapSpace {
    /** One place inside one source. */
    private record Key(String source, String key) {}

    private static final Instant FIRST_DAY = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");

    final List<Link> links = new ArrayList<>();
    final HeapFacts facts = new HeapFacts(this);

    private final Space space;
    private final Map<RecordId, MemoryRecord> records = new LinkedHashMap<>();
    private final Map<RecordId, RecordKind> forgotten = new HashMap<>();
    private final Map<Key, RecordId> keys = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, NavigableMap<Integer, RecordId>> sessions = new HashMap<>();
    private final Map<RecordId, Long> changedAt = new HashMap<>();
    private final NavigableMap<Long, RecordId> changes = new TreeMap<>();
    private long sequence;

    HeapSpace(Space space) {
        this.space = space;
    }

    Space space() {
        return space;
    }

    RecordId nextId(Draft draft, Instant now) {
        RecordKind kind = draft.content().kind();
        String prefix = kind == RecordKind.EPISODE ? kind.prefix() + "-" + day(draft.happenedAt(), now) : kind.prefix();
        return new RecordId(String.format(Locale.ROOT, "%s-%03d", prefix, numbers.merge(prefix, 1, Integer::sum)));
    }

    /** An id has room for years of four digits. */
    private static LocalDate day(@Nullable Instant happened, Instant now) {
        boolean fits = happened != null && !happened.isBefore(FIRST_DAY) && happened.isBefore(AFTER_LAST_DAY);
        return LocalDate.ofInstant(happened != null && fits ? happened : now, ZoneOffset.UTC);
    }

    void put(MemoryRecord record) {
        MemoryRecord before = records.put(record.id(), record);
        if (before != null && before.content() instanceof Turn turn) {
            sessions.getOrDefault(turn.session(), new TreeMap<>()).remove(turn.position(), record.id());
        }
        Provenance provenance = record.provenance();
        if (!provenance.key().isEmpty()) {
            keys.put(new Key(provenance.source(), provenance.key()), record.id());
        }
        if (record.content() instanceof Turn turn) {
            sessions.computeIfAbsent(turn.session(), name -> new TreeMap<>()).put(turn.position(), record.id());
        }
        changed(record.id());
    }

    void touch(RecordId id, UnaryOperator<MemoryRecord> change) {
        records.computeIfPresent(id, (same, record) -> change.apply(record));
    }

    static MemoryRecord with(MemoryRecord record, Draft draft) {
        return new MemoryRecord(
                record.id(), draft, record.createdAt(), record.state(), record.uses(), record.lastUsed());
    }

    boolean forget(RecordId id, Instant now) {
        MemoryRecord record = records.remove(id);
        if (record == null) {
            return false;
        }
        forgotten.put(id, record.kind());
        if (record.content() instanceof Turn turn) {
            NavigableMap<Integer, RecordId> turns = sessions.getOrDefault(turn.session(), new TreeMap<>());
            turns.remove(turn.position(), id);
        }
        links.removeIf(link -> link.from().equals(id) || link.to().equals(id));
        changed(id);
        facts.forget(id, now);
        return true;
    }

    private void changed(RecordId id) {
        Long before = changedAt.put(id, ++sequence);
        if (before != null) {
            changes.remove(before);
        }
        changes.put(sequence, id);
    }

    Optional<MemoryRecord> find(RecordId id) {
        return Optional.ofNullable(records.get(id));
    }

    Optional<MemoryRecord> keyed(Provenance provenance) {
        return Optional.ofNullable(keys.get(new Key(provenance.source(), provenance.key())))
                .flatMap(this::find);
    }

    boolean isForgottenKey(Provenance provenance) {
        RecordId id = keys.get(new Key(provenance.source(), provenance.key()));
        return id != null && forgotten.containsKey(id);
    }

    boolean isForgotten(RecordId id) {
        return forgotten.containsKey(id);
    }

    long tombstones() {
        return forgotten.size();
    }

    /** In the order of storage. */
    Stream<MemoryRecord> records() {
        return records.values().stream();
    }

    List<MemoryRecord> turns(String session, int from, int to) {
        NavigableMap<Integer, RecordId> turns = sessions.getOrDefault(session, new TreeMap<>());
        return from > to
                ? List.of()
                : turns.subMap(from, true, to, true).values().stream()
                        .map(this::find)
                        .flatMap(Optional::stream)
                        .toList();
    }

    void link(Link link) {
        boolean known = links.stream()
                .anyMatch(l -> l.from().equals(link.from()) && l.type() == link.type() && l.to().equals(link.to()));
        if (!known) {
            links.add(link);
        }
    }

    long sequence() {
        return sequence;
    }

    List<Change> changes(long after, int limit) {
        return changes.tailMap(after, false).entrySet().stream()
                .limit(limit)
                .map(change -> new Change(change.getKey(), change.getValue(), state(change.getValue())))
                .toList();
    }

    private State state(RecordId id) {
        return find(id).map(MemoryRecord::state).orElse(State.FORGOTTEN);
    }
}
