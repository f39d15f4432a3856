package io.ambit.core.memory.care;

import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one step. The record comes before its links, a link before what is put aside because of it: what a crash
 * leaves undone is seen, and done, the next time.
 */
final class CareWriter {
    private static final String AUTHOR = "rules";
    /** Below what people write: a summary must not come before what it is of. */
    private static final double SUMMARY_IMPORTANCE = 0.3;

    private final MemoryStore store;
    private final Space space;

    CareWriter(MemoryStore store, Space space) {
        this.store = store;
        this.space = space;
    }

    /** Returns whether there was anything to do: not where a record is gone, or was forgotten before and stays so. */
    boolean write(CareStep step, Instant now) {
        return switch (step) {
            case CareStep.Draw draw -> draw(draw, now);
            case CareStep.Revise revise -> revise(revise, now);
            case CareStep.Supersede supersede -> supersede(supersede, now);
            case CareStep.Archive archive -> store.archive(space, archive.id(), true, now);
            case CareStep.Review ignored -> false;
        };
    }

    private boolean draw(CareStep.Draw draw, Instant now) {
        List<MemoryRecord> sources = store.find(space, draw.sources());
        boolean isSummary = draw instanceof CareStep.Summarise;
        if (isSummary && sources.isEmpty()) {
            return false;
        }
        Draft draft = new Draft(
                space,
                draw.content(),
                new Provenance(AUTHOR, Care.SOURCE, draw.key(), null, null),
                isSummary ? sources.getFirst().time() : null,
                isSummary ? SUMMARY_IMPORTANCE : Draft.USUAL_IMPORTANCE,
                draw.confidence());
        List<MemoryStore.Stored> stored = store.add(List.of(draft), now);
        if (stored.isEmpty()) {
            return false;
        }
        derive(stored.getFirst().record().id(), draw.sources(), now);
        return true;
    }

    private boolean revise(CareStep.Revise revise, Instant now) {
        Optional<MemoryRecord> record = store.find(space, revise.id());
        if (record.isEmpty()) {
            return false;
        }
        MemoryRecord before = record.get();
        if (!before.content().equals(revise.content()) || before.draft().confidence() != revise.confidence()) {
            store.replace(space, revise.id(), revise.content(), revise.confidence(), now);
        }
        derive(revise.id(), revise.newSources(), now);
        return true;
    }

    private boolean supersede(CareStep.Supersede step, Instant now) {
        Optional<MemoryRecord> kept = store.find(space, step.kept());
        Optional<MemoryRecord> other = store.find(space, step.superseded());
        if (kept.isEmpty() || other.isEmpty() || kept.get().state() != State.LIVE) {
            return false;
        }
        if (!kept.get().content().equals(step.content())) {
            store.replace(space, step.kept(), step.content(), step.confidence(), now);
        }
        derive(step.kept(), DuplicateRules.sources(step.content()), now);
        store.link(new Link(space, step.superseded(), LinkType.SUPERSEDED_BY, step.kept(), AUTHOR, now));
        store.link(new Link(space, step.kept(), LinkType.SUPERSEDES, step.superseded(), AUTHOR, now));
        return store.archive(space, step.superseded(), true, now);
    }

    private void derive(RecordId id, Collection<RecordId> sources, Instant now) {
        for (MemoryRecord source : store.find(space, sources)) {
            if (!source.id().equals(id)) {
                store.link(new Link(space, id, LinkType.DERIVED_FROM, source.id(), AUTHOR, now));
            }
        }
    }
}
