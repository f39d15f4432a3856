package io.ambit.core.item;

import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown file of a backlog, read.
 *
 * @param path of the file below the backlog's folder, with {@code /}
 * @param front what stands before its text
 * @param body its text, without the front matter
 * @param version hash of the file's bytes
 * @param modifiedAt when the file was last written
 */
public record Item(
        ItemId id,
        ItemType type,
        String title,
        String path,
        FrontMatter front,
        String body,
        Hash version,
        Instant modifiedAt) {

    /** Of items that bear the same id, the one that had it first comes first. */
    public static final Comparator<Item> OLDER_FIRST = Comparator.comparing(
                    (Item item) -> item.createdAt().orElse(Instant.MAX))
            .thenComparing(Item::path);

    /** The word that the file gives as its status, or "". */
    public String status() {
        return front.text(FrontMatter.STATUS).orElse("");
    }

    /** The status where it is one of the five; else none. */
    public Optional<Status> workStatus() {
        return Status.find(status());
    }

    /** The item it belongs to: its epic, folder or milestone. */
    public Optional<ItemId> parent() {
        return front.text(FrontMatter.PARENT)
                .or(() -> front.text("epic_id"))
                .filter(text -> !text.isBlank())
                .map(ItemId::new);
    }

    public List<Reference> references() {
        return front.references();
    }

    public List<String> tags() {
        return front.texts(FrontMatter.TAGS);
    }

    public List<String> evidence() {
        return front.texts(FrontMatter.EVIDENCE);
    }

    public List<String> blockedReasons() {
        return front.texts(FrontMatter.BLOCKED_REASON);
    }

    public Optional<Instant> createdAt() {
        return front.time(FrontMatter.CREATED).or(() -> front.time("date"));
    }

    /** When it was last changed, as the file says or else as its time of writing does. */
    public Instant updatedAt() {
        return front.time(FrontMatter.UPDATED).or(this::createdAt).orElse(modifiedAt);
    }
}
