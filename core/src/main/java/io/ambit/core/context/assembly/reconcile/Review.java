package io.ambit.core.context.assembly.reconcile;

import java.time.Instant;
import java.util.List;

/**
 * What was captured for an epic, laid out for a person to decide on.
 *
 * @param epic its id
 * @param title of the epic
 * @param curated the epic's curated context as it is now, or ""
 * @param groups entries by type, in a fixed order
 */
public record Review(String epic, String title, String curated, List<Group> groups) {
    public Review {
        groups = List.copyOf(groups);
    }

    /** Entries of one type. */
    public record Group(String type, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Something that was captured.
     *
     * @param id of a record or an item
     * @param type "decision", "artifact" and the like
     * @param text all of it, as stored
     * @param author who wrote it
     * @param isNew whether nobody has decided on it yet
     * @param duplicates entries that say nearly the same, most similar first
     * @param conflicts entries that say the opposite
     * @param proposed what would be sensible; nothing happens by itself
     */
    public record Entry(
            String id,
            String type,
            String title,
            String text,
            String author,
            Instant at,
            boolean isNew,
            List<Near> duplicates,
            List<Conflict> conflicts,
            Proposal proposed) {
        public Entry {
            duplicates = List.copyOf(duplicates);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** An entry that says nearly the same; similarity 0 to 1. */
    public record Near(String id, double similarity) {}

    /** An entry that says the opposite, and what tells so. */
    public record Conflict(String id, String why) {}

    /**
     * A choice that is proposed.
     *
     * @param action "keep", "edit", "merge" or "drop"
     * @param into the entry to merge into, or ""
     */
    public record Proposal(String action, String into, String why) {}

    /** All entries, group by group. */
    public List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    /** How many nobody has decided on yet. */
    public int news() {
        return (int) entries().stream().filter(Entry::isNew).count();
    }
}
