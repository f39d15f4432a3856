package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.context.assembly.view.ItemTags;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds all that was captured for an epic: records that are about it or its items, its artifacts and memories. */
final class Gathering {
    private static final int MOST_RECORDS = 2_000;
    private static final int STATEMENT = 400;
    private static final RecordKind[] KINDS = {
        RecordKind.INSIGHT, RecordKind.FACT, RecordKind.PATTERN, RecordKind.ANTI_PATTERN, RecordKind.SKILL
    };

    private final Space space;
    private final Memory memory;
    private final BacklogView view;

    Gathering(Space space, Memory memory, BacklogView view) {
        this.space = space;
        this.memory = memory;
        this.view = view;
    }

    /**
     * Oldest first.
     *
     * @param archived whether what was put away is among it
     */
    List<Captured> of(Item epic, boolean archived) {
        RecordSelection selection = archived ? RecordSelection.LIVE.withArchived() : RecordSelection.LIVE;
        Set<String> keys = new HashSet<>(Set.of(epic.id().key()));
        List<Item> members = view.descendants(epic);
        members.forEach(member -> keys.add(member.id().key()));
        List<Captured> captured = new ArrayList<>();
        for (MemoryRecord record :
                memory.store().list(space, selection.ofKinds(KINDS).newest(MOST_RECORDS))) {
            if (isAbout(record, keys)) {
                captured.add(of(record));
            }
        }
        for (Item member : members) {
            if (member.type().equals(ItemType.ARTIFACT) || member.type().equals(ItemType.MEMORY)) {
                captured.add(ofItem(member));
            }
        }
        captured.sort(Comparator.comparing(Captured::at).thenComparing(Captured::id));
        return captured;
    }

    private boolean isAbout(MemoryRecord record, Set<String> keys) {
        if (record.content() instanceof Insight insight && !Collections.disjoint(ItemTags.keys(insight), keys)) {
            return true;
        }
        return view.mentioned(record.content().text()).stream()
                .anyMatch(item -> keys.contains(item.id().key()));
    }

    private static Captured of(MemoryRecord record) {
        String type = record.content() instanceof Insight insight
                ? insight.type()
                : record.kind().label();
        String statement = record.content() instanceof Insight insight
                ? insight.statement()
                : record.content().title();
        return new Captured(
                record.id().value(),
                type,
                record.content().title(),
                line(statement),
                record.content().text(),
                record.provenance().author(),
                record.time(),
                record);
    }

    private static Captured ofItem(Item item) {
        String start = item.body()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        return new Captured(
                item.id().value(),
                item.type().name(),
                item.title(),
                line(item.title() + (start.isEmpty() ? "" : ": " + start)),
                item.body(),
                item.front().text("source").orElse("backlog"),
                item.updatedAt(),
                null);
    }

    private static String line(String text) {
        String line = String.join(" ", text.strip().split("\\s+", -1));
        if (line.length() <= STATEMENT) {
            return line;
        }
        int end = line.lastIndexOf(' ', STATEMENT - 1);
        int cut = end > 0 ? end : STATEMENT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "\u2026";
    }
}
