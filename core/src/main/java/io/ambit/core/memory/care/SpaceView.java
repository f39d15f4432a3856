package io.ambit.core.memory.care;

import io.ambit.core.record.Content;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What care looks at of a space: all that may be drawn from or was drawn, archived ones included, with its links. */
final class SpaceView {
    private static final RecordKind[] KINDS = {
        RecordKind.EPISODE, RecordKind.PATTERN, RecordKind.ANTI_PATTERN, RecordKind.SKILL, RecordKind.INSIGHT
    };

    private final List<MemoryRecord> records;
    private final Map<RecordId, MemoryRecord> byId = new HashMap<>();
    private final Map<RecordId, List<Link>> links = new HashMap<>();

    private SpaceView(List<MemoryRecord> records, List<Link> links) {
        this.records = records;
        records.forEach(record -> byId.put(record.id(), record));
        for (Link link : links) {
            this.links.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
            this.links.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
        }
    }

    static SpaceView of(MemoryStore store, Space space) {
        List<MemoryRecord> records =
                store.list(space, RecordSelection.LIVE.ofKinds(KINDS).withArchived());
        Set<RecordId> ids = records.stream().map(MemoryRecord::id).collect(Collectors.toCollection(LinkedHashSet::new));
        return new SpaceView(records, store.links(space, ids));
    }

    /**
     * A record and its content by its type.
     *
     * @param <C> the type
     */
    record Entry<C extends Content>(MemoryRecord record, C content) {
        RecordId id() {
            return record.id();
        }

        boolean isLive() {
            return record.state() == State.LIVE;
        }
    }

    /** All of a kind, in the order of storage. */
    <C extends Content> List<Entry<C>> all(Class<C> type) {
        List<Entry<C>> all = new ArrayList<>();
        for (MemoryRecord record : records) {
            if (type.isInstance(record.content())) {
                all.add(new Entry<>(record, type.cast(record.content())));
            }
        }
        return all;
    }

    <C extends Content> List<Entry<C>> live(Class<C> type) {
        return all(type).stream().filter(Entry::isLive).toList();
    }

    /** Those of the records that there are. */
    List<MemoryRecord> find(Collection<RecordId> ids) {
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    List<Link> links(RecordId id) {
        return links.getOrDefault(id, List.of());
    }

    boolean isLinked(RecordId from, LinkType type, RecordId to) {
        return links(from).stream()
                .anyMatch(link -> link.from().equals(from)
                        && link.type() == type
                        && link.to().equals(to));
    }

    /** The live record that stands in the place of one: itself, or what superseded it; empty where it was put aside. */
    Optional<MemoryRecord> standing(MemoryRecord record) {
        MemoryRecord at = record;
        Set<RecordId> seen = new HashSet<>();
        while (at.state() != State.LIVE && seen.add(at.id())) {
            MemoryRecord superseded = at;
            Optional<MemoryRecord> next = links(at.id()).stream()
                    .filter(link -> link.from().equals(superseded.id()) && link.type() == LinkType.SUPERSEDED_BY)
                    .map(link -> byId.get(link.to()))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return at.state() == State.LIVE ? Optional.of(at) : Optional.empty();
    }
}
