package io.ambit.core.spi;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.NewItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A folder of Markdown files as a backlog. The files are the truth: whoever changes them, by hand, by git or in another
 * process, is believed at the next call. Thread-safe; several processes may work on one folder.
 *
 * <p>Writes are atomic and made under a lock that all processes share; a file is whole at any time. Every method throws
 * {@link io.ambit.core.error.AmbitException} where the folder cannot be read or written.
 */
public interface BacklogStore extends AutoCloseable {

    /**
     * All items at one time.
     *
     * @param version another one whenever an item is another one
     * @param items in order of path
     */
    record Snapshot(long version, List<Item> items) {
        public Snapshot {
            items = List.copyOf(items);
        }
    }

    /** An item that was deleted and can be restored. */
    record Deleted(Item item, Instant at) {}

    /**
     * Something about the files that is wrong.
     *
     * @param path the file, below the folder
     * @param message what is wrong, and what to do
     * @param healable whether {@link #heal} mends it
     */
    record Problem(String path, String message, boolean healable) {}

    /** What a reference leads to. */
    sealed interface Target {
        /** Another item of this backlog. */
        record OfItem(ItemId id) implements Target {}

        /**
         * A file within the allowed roots.
         *
         * @param path as it may be shown
         */
        record OfFile(String path, String text) implements Target {}

        /** An address outside of this machine, which is never fetched. */
        record OfUrl(String url) implements Target {}

        /** Nothing that may be shown: missing, no text, too large, or outside of the allowed roots. */
        record None(String reason) implements Target {}
    }

    /** Being told of changes, until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** The items as the files are now; the same object for as long as nothing changed. */
    Snapshot snapshot();

    /** Creates an item; its id is the next free one of its type. */
    Item create(NewItem item, Instant now);

    /**
     * Changes an item.
     *
     * @param change told the item as it is under the lock; what it throws leaves the file as it was
     * @throws io.ambit.core.error.InvalidInputException where there is no such item
     */
    Item update(ItemId id, Function<Item, ItemEdit> change, Instant now);

    /** Moves an item to the trash, its bytes unchanged. */
    Item delete(ItemId id, Instant now);

    /** Brings the last deleted item of that id back. */
    Item restore(ItemId id);

    /** What lies in the trash, last deleted first. */
    List<Deleted> deleted();

    /** Where a reference of an item leads. */
    Target resolve(Item from, String url);

    /** The curated context of an epic; empty where nobody has curated it yet. */
    Optional<String> epicContext(ItemId epic);

    void putEpicContext(ItemId epic, String text);

    /** Two files of one id, files that cannot be read, and the like. */
    List<Problem> problems();

    /** Mends what can be mended without losing anything; returns what was done, a line each. */
    List<String> heal(Instant now);

    /**
     * Calls a listener soon after an item became another one, whoever changed it; never under a lock of the store. One
     * that keeps no watch never calls.
     *
     * @return what ends the calls
     */
    default Watch onChange(Runnable listener) {
        return () -> {};
    }

    @Override
    void close();
}
