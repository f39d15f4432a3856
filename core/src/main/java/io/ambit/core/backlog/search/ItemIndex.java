package io.ambit.core.backlog.search;

import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.TermAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of a snapshot by their terms. An item whose file is unchanged is kept as it was read; what is gone leaves a
 * gap, and when gaps are most of it the index is put together anew, without reading an item again. Not thread-safe.
 */
final class ItemIndex {
    private static final int GAPS_ALLOWED = 256;

    /** A place in the index; without an item it is a gap. */
    private static final class Slot {
        private final IndexedItem indexed;
        private final int firstPassage;
        private @Nullable Item item;

        Slot(IndexedItem indexed, int firstPassage, Item item) {
            this.indexed = indexed;
            this.firstPassage = firstPassage;
            this.item = item;
        }
    }

    private final TermAnalysis analysis;
    private final Map<String, Integer> slotByPath = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Postings> byTerm = new HashMap<>();
    private final long[] fieldLengths = new long[ItemField.values().length];
    private Names names = new Names();
    private Vocabulary vocabulary = new Vocabulary();
    private long bodyTerms;
    private int passages;
    private int passagePlaces;

    ItemIndex(TermAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Follows the files; returns the items that were read for it, each with the version before, if there was one. */
    List<Update> follow(Snapshot snapshot) {
        List<Update> updates = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Item item : snapshot.items()) {
            there.add(item.path());
            Integer known = slotByPath.get(item.path());
            IndexedItem before = known == null ? null : slots.get(known).indexed;
            if (known != null && before != null && before.version().equals(item.version())) {
                slots.get(known).item = item;
            } else {
                if (known != null) {
                    remove(known);
                }
                IndexedItem read = ItemReading.read(item, analysis);
                add(item, read);
                updates.add(new Update(read, before));
            }
        }
        if (slotByPath.size() > there.size()) {
            for (Map.Entry<String, Integer> entry : List.copyOf(slotByPath.entrySet())) {
                if (!there.contains(entry.getKey())) {
                    remove(entry.getValue());
                }
            }
        }
        if (slots.size() > 2 * slotByPath.size() + GAPS_ALLOWED) {
            closeGaps();
        }
        return updates;
    }

    /** An item that was read, and what it was before. */
    record Update(IndexedItem now, @Nullable IndexedItem before) {}

    private void add(Item item, IndexedItem read) {
        int slot = slots.size();
        slots.add(new Slot(read, passagePlaces, item));
        slotByPath.put(item.path(), slot);
        names.add(slot, item, read.title());
        for (int t = 0; t < read.terms().size(); t++) {
            byTerm.computeIfAbsent(read.terms().get(t), any -> new Postings())
                    .add(slot, read.offset(t), TermUse.passages(read.data(), read.offset(t)));
        }
        read.words().forEach(vocabulary::add);
        passagePlaces += read.passages().size();
        count(read, 1);
    }

    private void remove(int slot) {
        Slot gone = slots.get(slot);
        Item item = gone.item;
        if (item == null) {
            return;
        }
        IndexedItem read = gone.indexed;
        for (int t = 0; t < read.terms().size(); t++) {
            Postings postings = byTerm.get(read.terms().get(t));
            if (postings != null) {
                postings.gone(TermUse.passages(read.data(), read.offset(t)));
            }
        }
        names.remove(slot, item, read.title());
        slotByPath.remove(item.path(), slot);
        gone.item = null;
        count(read, -1);
    }

    private void count(IndexedItem read, int sign) {
        for (ItemField field : ItemField.values()) {
            fieldLengths[field.place()] += (long) sign * read.length(field);
        }
        bodyTerms += (long) sign * read.length(ItemField.BODY);
        passages += sign * read.passages().size();
    }

    private void closeGaps() {
        List<Slot> all = List.copyOf(slots);
        slots.clear();
        slotByPath.clear();
        byTerm.clear();
        names = new Names();
        vocabulary = new Vocabulary();
        Arrays.fill(fieldLengths, 0);
        bodyTerms = 0;
        passages = 0;
        passagePlaces = 0;
        for (Slot slot : all) {
            if (slot.item != null) {
                add(slot.item, slot.indexed);
            }
        }
    }

    /** How many places there are, gaps included. */
    int places() {
        return slots.size();
    }

    /** How many passages have a place, those in gaps included. */
    int passagePlaces() {
        return passagePlaces;
    }

    int items() {
        return slotByPath.size();
    }

    int passages() {
        return passages;
    }

    double averagePassage() {
        return passages == 0 ? 1 : Math.max(1, (double) bodyTerms / passages);
    }

    double average(ItemField field) {
        return items() == 0 ? 1 : (double) fieldLengths[field.place()] / items();
    }

    /** The item of a place, or null in a gap. */
    @Nullable Item item(int slot) {
        return slots.get(slot).item;
    }

    IndexedItem indexed(int slot) {
        return slots.get(slot).indexed;
    }

    /** The place of the first passage of an item. */
    int firstPassage(int slot) {
        return slots.get(slot).firstPassage;
    }

    /** Where a term stands, or null for nowhere. */
    @Nullable Postings postings(String term) {
        Postings postings = byTerm.get(term);
        return postings == null || postings.items() == 0 ? null : postings;
    }

    Names names() {
        return names;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** All that is indexed now. */
    List<IndexedItem> all() {
        return slots.stream()
                .filter(slot -> slot.item != null)
                .map(slot -> slot.indexed)
                .toList();
    }
}
