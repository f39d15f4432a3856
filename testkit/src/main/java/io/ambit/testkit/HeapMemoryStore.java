package io.ambit.testkit;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.session.Space;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.ambit.core.spi.MemoryReport;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A whole {@link MemoryStore} on the heap: the plain twin of the stores on disk. Nothing survives the process. */
public final class HeapMemoryStore implements MemoryStore {
    private final Map<Space, HeapSpace> spaces = new HashMap<>();

    @Override
    public synchronized List<Stored> add(List<Draft> drafts, Instant now) {
        drafts.forEach(draft ->
                in(draft.space()).keyed(draft.provenance()).ifPresent(record -> requireKind(record, draft.content())));
        List<Boolean> isNew = new ArrayList<>();
        List<MemoryRecord> written = new ArrayList<>();
        for (Draft draft : drafts) {
            HeapSpace space = spaces.computeIfAbsent(draft.space(), HeapSpace::new);
            Optional<MemoryRecord> known = space.keyed(draft.provenance());
            if (known.isPresent()) {
                written.add(rewritten(space, known.get(), draft.content(), now));
                isNew.add(false);
            } else if (!space.isForgottenKey(draft.provenance())) {
                MemoryRecord record = new MemoryRecord(space.nextId(draft, now), draft, now, State.LIVE, 0, null);
                space.put(record);
                if (draft.content() instanceof Fact fact) {
                    space.facts.state(record, fact, now);
                }
                written.add(record);
                isNew.add(true);
            }
        }
        // As they are when all are written: a later draft may have closed the fact of an earlier one.
        List<Stored> stored = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            MemoryRecord record = written.get(i);
            stored.add(new Stored(find(record.space(), record.id()).orElse(record), isNew.get(i)));
        }
        return stored;
    }

    private static MemoryRecord rewritten(HeapSpace space, MemoryRecord record, Content content, Instant now) {
        boolean isKnown = content instanceof Fact fact
                ? space.facts.isStated(record.id(), fact)
                : record.content().equals(content);
        return isKnown
                ? record
                : replaced(space, record, content, record.draft().confidence(), now);
    }

    private static MemoryRecord replaced(
            HeapSpace space, MemoryRecord record, Content content, double confidence, Instant now) {
        MemoryRecord changed =
                HeapSpace.with(record, record.draft().withContent(content).withConfidence(confidence));
        space.put(changed);
        if (content instanceof Fact fact) {
            space.facts.state(changed, fact, now);
        }
        return space.find(record.id()).orElse(changed);
    }

    private static void requireKind(MemoryRecord record, Content content) {
        if (record.kind() != content.kind()) {
            throw new AmbitException(
                    "record " + record.id() + " is of kind " + record.kind().label() + ", its new content of kind "
                            + content.kind().label());
        }
    }

    @Override
    public synchronized Optional<MemoryRecord> find(Space space, RecordId id) {
        return in(space).find(id);
    }

    @Override
    public synchronized List<MemoryRecord> find(Space space, Collection<RecordId> ids) {
        return ids.stream().map(in(space)::find).flatMap(Optional::stream).toList();
    }

    @Override
    public synchronized List<MemoryRecord> list(Space space, RecordSelection selection) {
        Stream<MemoryRecord> all = in(space).records().filter(record -> meant(selection, record));
        List<MemoryRecord> sorted = selection.newestFirst()
                // Of equal times the one that was stored last comes first, as in the reversed order of storage.
                ? all.toList().reversed().stream()
                        .sorted(Comparator.comparing(MemoryRecord::time).reversed())
                        .toList()
                : all.toList();
        int from = 0;
        RecordId after = selection.after();
        if (after != null) {
            from = sorted.stream().map(MemoryRecord::id).toList().indexOf(after) + 1;
        }
        return sorted.stream().skip(from).limit(selection.limit()).toList();
    }

    @Override
    public synchronized long count(Space space, RecordSelection selection) {
        return list(space, selection.atMost(Integer.MAX_VALUE)).size();
    }

    private static boolean meant(RecordSelection selection, MemoryRecord record) {
        Set<RecordKind> kinds = selection.kinds();
        Instant from = selection.from();
        Instant to = selection.to();
        String session = selection.session();
        String source = selection.source();
        return (kinds.isEmpty() || kinds.contains(record.kind()))
                && selection.states().contains(record.state())
                && (from == null || !record.time().isBefore(from))
                && (to == null || record.time().isBefore(to))
                && (session == null || isOf(session, record))
                && (source == null || source.equals(record.provenance().source()));
    }

    private static boolean isOf(String session, MemoryRecord record) {
        return session.equals(record.provenance().session())
                || (record.content() instanceof Turn turn && session.equals(turn.session()));
    }

    @Override
    public synchronized List<MemoryRecord> turns(Space space, String session, int from, int to) {
        return in(space).turns(session, from, to);
    }

    @Override
    public synchronized MemoryRecord replace(
            Space space, RecordId id, Content content, double confidence, Instant now) {
        MemoryRecord record =
                find(space, id).orElseThrow(() -> new AmbitException("no record " + id + " in space " + space));
        requireKind(record, content);
        return replaced(in(space), record, content, confidence, now);
    }

    @Override
    public synchronized boolean archive(Space space, RecordId id, boolean archived, Instant now) {
        State wanted = archived ? State.ARCHIVED : State.LIVE;
        Optional<MemoryRecord> record = find(space, id).filter(r -> r.state() != wanted);
        record.ifPresent(
                r -> in(space).put(new MemoryRecord(id, r.draft(), r.createdAt(), wanted, r.uses(), r.lastUsed())));
        return record.isPresent();
    }

    @Override
    public synchronized boolean forget(Space space, RecordId id, Instant now) {
        return in(space).forget(id, now);
    }

    @Override
    public synchronized boolean isForgotten(Space space, RecordId id) {
        return in(space).isForgotten(id);
    }

    @Override
    public synchronized boolean isForgotten(Space space, String source, String key) {
        return !key.isEmpty() && in(space).isForgottenKey(Provenance.imported(source, key));
    }

    @Override
    public synchronized void used(Space space, Collection<RecordId> ids, Instant now) {
        UnaryOperator<MemoryRecord> once =
                r -> new MemoryRecord(r.id(), r.draft(), r.createdAt(), r.state(), r.uses() + 1, now);
        ids.forEach(id -> in(space).touch(id, once));
    }

    @Override
    public synchronized void link(Link link) {
        for (RecordId end : List.of(link.from(), link.to())) {
            if (find(link.space(), end).isEmpty()) {
                throw new AmbitException("no record " + end + " in space " + link.space() + ", which a link needs");
            }
        }
        in(link.space()).link(link);
    }

    @Override
    public synchronized boolean unlink(Space space, RecordId from, LinkType type, RecordId to) {
        return in(space)
                .links
                .removeIf(link -> link.from().equals(from)
                        && link.type() == type
                        && link.to().equals(to));
    }

    @Override
    public synchronized List<Link> links(Space space, Collection<RecordId> ids) {
        return in(space).links.stream()
                .filter(link -> ids.contains(link.from()) || ids.contains(link.to()))
                .toList();
    }

    @Override
    public synchronized List<FactVersion> facts(Space space, FactQuery query) {
        return in(space).facts.query(query);
    }

    @Override
    public synchronized long sequence(Space space) {
        return in(space).sequence();
    }

    @Override
    public synchronized List<Change> changes(Space space, long after, int limit) {
        return in(space).changes(after, limit);
    }

    @Override
    public synchronized List<Space> spaces() {
        return spaces.values().stream()
                .filter(space -> space.sequence() > 0)
                .map(HeapSpace::space)
                .toList();
    }

    @Override
    public synchronized MemoryReport verify() {
        return new MemoryReport(
                spaces.values().stream()
                        .mapToLong(space -> space.records().count())
                        .sum(),
                spaces.values().stream().mapToLong(space -> space.links.size()).sum(),
                spaces.values().stream().mapToLong(HeapSpace::tombstones).sum(),
                List.of());
    }

    private HeapSpace in(Space space) {
        HeapSpace found = spaces.get(space);
        return found == null ? new HeapSpace(space) : found;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
