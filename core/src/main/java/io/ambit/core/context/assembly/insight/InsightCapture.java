package io.ambit.core.context.assembly.insight;

import io.ambit.core.context.assembly.insight.CapturedInsight.Similar;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.context.assembly.view.ItemTags;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.intake.Remembered;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stores insights through memory's gate, tied to the items and records that they mention. */
public final class InsightCapture {
    /** From this similarity on, merging is proposed. */
    public static final double DUPLICATE = 0.9;
    /** From this similarity on, an older insight is named. */
    public static final double SIMILAR = 0.75;

    private static final int MOST_COMPARED = 500;
    private static final int MOST_NAMED = 5;

    private final Space space;
    private final Memory memory;

    public InsightCapture(Space space, Memory memory) {
        this.space = space;
        this.memory = memory;
    }

    /**
     * Stores an insight.
     *
     * @throws InvalidInputException where memory's gate refuses it, which says why
     */
    public CapturedInsight capture(InsightDraft draft, BacklogView view) {
        String said = draft.content() + "\n" + draft.context();
        List<Item> items = view.mentioned(said);
        List<String> tags = ItemTags.of(items, view);
        Insight insight = new Insight(draft.type(), draft.content(), draft.context(), tags);
        Provenance from = new Provenance(draft.author(), draft.source(), "", draft.session(), null);
        Remembered remembered = memory.remember(List.of(Draft.of(space, insight, from, null)));
        if (remembered.records().isEmpty()) {
            throw new InvalidInputException(remembered.refused().getFirst().message());
        }
        MemoryRecord record = remembered.records().getFirst();
        List<RecordId> linked = link(record, said);
        return new CapturedInsight(record, items(items, view), linked, similar(record), remembered.redacted());
    }

    private static List<String> items(List<Item> items, BacklogView view) {
        Set<String> ids = new LinkedHashSet<>();
        items.forEach(item -> ids.add(item.id().value()));
        items.forEach(
                item -> view.epic(item).ifPresent(epic -> ids.add(epic.id().value())));
        return List.copyOf(ids);
    }

    private List<RecordId> link(MemoryRecord record, String said) {
        Set<RecordId> mentioned = RecordMentions.of(said);
        mentioned.remove(record.id());
        List<RecordId> known = memory.store().find(space, mentioned).stream()
                .map(MemoryRecord::id)
                .toList();
        for (RecordId id : known) {
            memory.store()
                    .link(new Link(
                            space,
                            record.id(),
                            LinkType.RELATED_TO,
                            id,
                            record.provenance().author(),
                            memory.now()));
        }
        if (!known.isEmpty()) {
            memory.wasWritten(space);
        }
        return known;
    }

    /** Older insights of the same items or epics that say nearly the same; of all where it is about none. */
    private List<Similar> similar(MemoryRecord record) {
        if (!(record.content() instanceof Insight insight)) {
            return List.of();
        }
        Set<String> about = ItemTags.keys(insight);
        List<MemoryRecord> others = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (MemoryRecord other : memory.store()
                .list(space, RecordSelection.LIVE.ofKinds(RecordKind.INSIGHT).newest(MOST_COMPARED))) {
            if (!other.id().equals(record.id())
                    && other.content() instanceof Insight older
                    && (about.isEmpty() || !Collections.disjoint(about, ItemTags.keys(older)))) {
                others.add(other);
                statements.add(older.statement());
            }
        }
        List<Double> similarities = memory.index().similarities(insight.statement(), statements);
        List<Similar> similar = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            double similarity = Math.clamp(similarities.get(i), 0, 1);
            if (similarity >= SIMILAR) {
                MemoryRecord other = others.get(i);
                similar.add(new Similar(other.id(), QuotedRecord.title(other), similarity, similarity >= DUPLICATE));
            }
        }
        return similar.stream()
                .sorted(Comparator.comparingDouble((Similar one) -> -one.similarity())
                        .thenComparing(Similar::id))
                .limit(MOST_NAMED)
                .toList();
    }
}
