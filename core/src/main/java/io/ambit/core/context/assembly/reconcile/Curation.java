package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.context.assembly.reconcile.ReviewDecision.Drop;
import io.ambit.core.context.assembly.reconcile.ReviewDecision.Edit;
import io.ambit.core.context.assembly.reconcile.ReviewDecision.Keep;
import io.ambit.core.context.assembly.reconcile.ReviewDecision.Merge;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries a person's decisions out: into the epic's curated context, and into memory. All decisions are checked before
 * anything is written; what is not decided on stays as it is. The same decisions again change nothing more.
 */
public final class Curation {
    private static final List<String> NO_PERSONS = List.of("agent:", "model:", "rules", "import");

    private final Space space;
    private final Memory memory;
    private final BacklogStore backlog;
    private final BacklogView view;

    public Curation(Space space, Memory memory, BacklogStore backlog, BacklogView view) {
        this.space = space;
        this.memory = memory;
        this.backlog = backlog;
        this.view = view;
    }

    /**
     * Carries decisions out.
     *
     * @param person who decided: never an agent, a model or a rule
     * @throws InvalidInputException where a decision is on what is no entry, or they contradict each other
     */
    public Curated apply(Item epic, List<ReviewDecision> decisions, String person) {
        if (person.isBlank() || NO_PERSONS.stream().anyMatch(person::startsWith)) {
            throw new InvalidInputException(
                    "decisions by '" + person + "', expected a person: nothing is curated without a person's word");
        }
        Map<String, Captured> entries = new LinkedHashMap<>();
        new Gathering(space, memory, view).of(epic, true).forEach(one -> entries.put(one.key(), one));
        check(decisions, entries);
        Instant now = memory.now();
        String before = backlog.epicContext(epic.id()).orElse("");
        CuratedFile file =
                before.isBlank() ? CuratedFile.fresh(epic.id().value(), epic.title()) : CuratedFile.of(before);
        int[] counts = write(file, decisions, entries, person, now);
        if (!decisions.isEmpty()) {
            file.sign(person, now);
            backlog.putEpicContext(epic.id(), file.text());
        }
        remember(decisions, entries, person, now);
        return new Curated(
                epic.id().value(),
                decisions.isEmpty() ? before : file.text(),
                counts[0],
                counts[1],
                counts[2],
                counts[3]);
    }

    private static void check(List<ReviewDecision> decisions, Map<String, Captured> entries) {
        Set<String> decided = new HashSet<>();
        Set<String> gone = new HashSet<>();
        for (ReviewDecision decision : decisions) {
            entry(entries, decision.id());
            if (!decided.add(ItemId.key(decision.id()))) {
                throw new InvalidInputException("two decisions on " + decision.id() + ", expected one");
            }
            if (decision instanceof Drop || decision instanceof Merge) {
                gone.add(ItemId.key(decision.id()));
            }
        }
        for (ReviewDecision decision : decisions) {
            if (decision instanceof Merge merge) {
                entry(entries, merge.into());
                if (gone.contains(ItemId.key(merge.into()))) {
                    throw new InvalidInputException("merge of " + merge.id() + " into " + merge.into()
                            + ", which goes itself; expected an entry that is kept");
                }
            }
        }
    }

    private static Captured entry(Map<String, Captured> entries, String id) {
        Captured entry = entries.get(ItemId.key(id));
        if (entry == null) {
            throw new InvalidInputException("'" + id + "' was not captured for this epic, expected one of "
                    + String.join(
                            ", ",
                            entries.values().stream()
                                    .map(Captured::id)
                                    .limit(20)
                                    .toList()));
        }
        return entry;
    }

    /** How many were kept, edited, merged, dropped. Merges come last, when what they go into is there. */
    private static int[] write(
            CuratedFile file,
            List<ReviewDecision> decisions,
            Map<String, Captured> entries,
            String person,
            Instant now) {
        int[] counts = new int[4];
        for (ReviewDecision decision : decisions) {
            Captured one = entry(entries, decision.id());
            switch (decision) {
                case Keep any -> {
                    keep(file, one, person, now);
                    counts[0]++;
                }
                case Edit edit -> {
                    file.put(one, edit.text(), "edited", person, now);
                    counts[1]++;
                }
                case Merge any -> counts[2]++;
                case Drop any -> {
                    file.drop(one.id());
                    counts[3]++;
                }
            }
        }
        for (ReviewDecision decision : decisions) {
            if (decision instanceof Merge merge) {
                keep(file, entry(entries, merge.into()), person, now);
                file.addSource(
                        entry(entries, merge.id()).id(),
                        entry(entries, merge.into()).id());
            }
        }
        return counts;
    }

    private static void keep(CuratedFile file, Captured one, String person, Instant now) {
        if (!file.holds(one.id())) {
            file.put(one, one.statement(), "kept", person, now);
        }
    }

    private void remember(List<ReviewDecision> decisions, Map<String, Captured> entries, String person, Instant now) {
        boolean changed = false;
        for (ReviewDecision decision : decisions) {
            MemoryRecord record = entry(entries, decision.id()).record();
            if (record == null || record.kind() != RecordKind.INSIGHT) {
                continue;
            }
            if (decision instanceof Merge merge) {
                MemoryRecord into = entry(entries, merge.into()).record();
                if (into != null) {
                    memory.store().link(new Link(space, record.id(), LinkType.SUPERSEDED_BY, into.id(), person, now));
                }
            }
            if (decision instanceof Merge || decision instanceof Drop) {
                changed |= memory.store().archive(space, record.id(), true, now);
            }
        }
        if (changed) {
            memory.wasWritten(space);
        }
    }
}
