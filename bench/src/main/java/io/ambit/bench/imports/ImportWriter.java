package io.ambit.bench.imports;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.memory.intake.Remember;
import io.ambit.core.memory.intake.Remembered;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.MemoryStore;
import io.ambit.wire.memory.DraftSink;
import io.ambit.wire.memory.PlannedLink;
import io.ambit.wire.memory.RecordPlace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores what readers give, in batches of one transaction each. The order of drafts alone decides ids, and a draft that
 * is stored already changes nothing: so an import that was cut off and is run again ends as one that was not.
 */
final class ImportWriter implements DraftSink {
    private static final int BATCH = 200;
    private static final int MAX_PROBLEMS = 100;

    private final MemoryStore store;
    private final Remember remember;
    private final InstantSource clock;
    private final Runnable afterBatch;
    private final boolean named;
    private final List<Draft> batch = new ArrayList<>();
    private final Set<RecordPlace> toArchive = new HashSet<>();
    private final Map<RecordPlace, RecordId> ids = new HashMap<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> redacted = new TreeMap<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private long moreProblems;
    private long records;
    private long added;
    private long linked;

    /**
     * @param named whether the format names records by others: then ids are held in memory
     * @param afterBatch runs after each transaction
     */
    ImportWriter(MemoryStore store, Remember remember, InstantSource clock, boolean named, Runnable afterBatch) {
        this.store = store;
        this.remember = remember;
        this.clock = clock;
        this.named = named;
        this.afterBatch = afterBatch;
    }

    @Override
    public void draft(Draft draft) {
        batch.add(draft);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    @Override
    public void archived(Draft draft) {
        toArchive.add(place(draft));
        draft(draft);
    }

    /** Drafts that are stored together or not at all. */
    void together(List<Draft> drafts) {
        flush();
        batch.addAll(drafts);
        flush();
    }

    @Override
    public void link(PlannedLink link) {
        links.add(link);
    }

    @Override
    public Optional<RecordId> id(RecordPlace place) {
        flush();
        return Optional.ofNullable(ids.get(place));
    }

    @Override
    public void problem(String file, long line, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new InputProblem(file, line, message));
        } else {
            moreProblems++;
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            List<Draft> drafts = List.copyOf(batch);
            batch.clear();
            try {
                store(drafts);
            } catch (RuntimeException e) {
                throw new StoppedImport(e);
            }
        }
    }

    private void store(List<Draft> drafts) {
        Remembered remembered = remember.all(drafts, clock.instant());
        records += remembered.stored().size();
        added += remembered.added();
        remembered
                .refused()
                .forEach(refusal -> refused.merge(refusal.reason().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        remembered.redacted().forEach(name -> redacted.merge(name, 1L, Long::sum));
        if (named) {
            keepIds(drafts, remembered);
        }
        afterBatch.run();
    }

    /** The ids of drafts by the places that they came from, which what was stored may name otherwise. */
    private void keepIds(List<Draft> drafts, Remembered remembered) {
        Set<Draft> left = new HashSet<>();
        remembered.refused().forEach(refusal -> left.add(refusal.draft()));
        int next = 0;
        for (Draft draft : drafts) {
            if (!left.contains(draft) && next < remembered.stored().size()) {
                MemoryRecord record = remembered.stored().get(next++).record();
                ids.put(place(draft), record.id());
                if (toArchive.remove(place(draft))) {
                    store.archive(record.space(), record.id(), true, clock.instant());
                }
            }
        }
    }

    private static RecordPlace place(Draft draft) {
        Provenance from = draft.provenance();
        return new RecordPlace(draft.space(), from.source(), from.key());
    }

    /** Stores what is held back, then the links. */
    void finish() {
        flush();
        for (PlannedLink planned : links) {
            RecordId from = ids.get(planned.from());
            RecordId to = ids.get(planned.to());
            if (from != null && to != null && !from.equals(to)) {
                store.link(new Link(
                        planned.from().space(),
                        from,
                        planned.type(),
                        to,
                        planned.author(),
                        planned.at() == null ? clock.instant() : planned.at()));
                linked++;
            } else {
                problem("link " + planned.from().key() + " " + planned.type().label(), 0, "an end of it is not stored");
            }
        }
        links.clear();
    }

    ImportProgress progress(@Nullable String file, long bytesDone, long bytesTotal) {
        return new ImportProgress(file == null ? "" : file, bytesDone, bytesTotal, records, added);
    }

    ImportReport report(ImportFormat format) {
        return new ImportReport(format, records, added, linked, refused, redacted, problems, moreProblems);
    }
}
