package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.text.Utf8;
import io.ambit.store.backlog.front.FrontMatterException;
import io.ambit.store.backlog.front.MarkdownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A folder of Markdown files as a backlog. Reading changes nothing on disk; writing changes, of a file, what it was asked
 * to change and nothing else.
 */
public final class MarkdownBacklog implements BacklogStore {
    private final BacklogFolder folder;
    private final WholeFile files;
    private final FolderLock lock;
    private final HighestIds ids;
    private final Trash trash;
    private final ItemTree tree;
    private final ReentrantLock reading = new ReentrantLock();
    private final References references;
    private final FolderWatch watch;

    private MarkdownBacklog(BacklogFolder folder, InstantSource clock) {
        this.folder = folder;
        files = new WholeFile(folder.isPrivate());
        lock = new FolderLock(folder.state());
        ids = new HighestIds(folder);
        trash = new Trash(folder.trash());
        tree = new ItemTree(folder, clock);
        references = new References(folder);
        watch = new FolderWatch(this::folders, () -> snapshot().version());
    }

    /** Opens a folder, which need not be there yet; nothing is created before the first write. */
    public static MarkdownBacklog open(BacklogFolder folder) {
        return open(folder, InstantSource.system());
    }

    /**
     * Opens a folder.
     *
     * @param clock tells whether a file was written so recently that its time of writing cannot be relied upon
     */
    public static MarkdownBacklog open(BacklogFolder folder, InstantSource clock) {
        return new MarkdownBacklog(folder, clock);
    }

    public BacklogFolder folder() {
        return folder;
    }

    @Override
    public Snapshot snapshot() {
        return read().snapshot();
    }

    private Reading read() {
        reading.lock();
        try {
            return tree.read();
        } finally {
            reading.unlock();
        }
    }

    private List<Path> folders() {
        reading.lock();
        try {
            tree.read();
            return List.copyOf(tree.folders().keySet());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public Item create(NewItem item, Instant now) {
        Kind kind = Kind.of(item.type());
        return write(() -> {
            HighestIds.Allocation id = ids.next(kind, this::allItems);
            Path file = inside(folder.docs().resolve(kind.folder()).resolve(id.id() + ".md"));
            files.write(file, bytes(ItemText.created(id.id(), item, now)));
            ids.given(id, file);
            return readOne(file);
        });
    }

    /** Everything whose id must not be given away again. */
    private HighestIds.Seen allItems() {
        reading.lock();
        try {
            List<Item> items = new ArrayList<>(tree.read().snapshot().items());
            trash.entries().forEach(entry -> items.add(entry.deleted().item()));
            return new HighestIds.Seen(items, tree.folders());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public Item update(ItemId id, Function<Item, ItemEdit> change, Instant now) {
        return write(() -> {
            Item item = existing(id);
            Path file = folder.docs().resolve(item.path());
            ItemEdit edit = change.apply(item);
            MarkdownFile before = markdown(file);
            String after = ItemText.edited(before, edit, now);
            if (after.equals(before.text())) {
                return item;
            }
            return ids.keeping(file, () -> {
                files.write(file, bytes(after));
                return readOne(file);
            });
        });
    }

    /** The bytes of a file that will be read again: one that is too large to be read is not written. */
    private static byte[] bytes(String text) {
        byte[] bytes = Utf8.encode(text);
        if (bytes.length > ItemTree.MAX_FILE) {
            throw new InvalidInputException(
                    "an item of " + bytes.length + " bytes, expected at most " + ItemTree.MAX_FILE);
        }
        return bytes;
    }

    private Item existing(ItemId id) {
        return read().find(id)
                .orElseThrow(() ->
                        new InvalidInputException("no item '" + id + "' in this backlog: list or search for its id"));
    }

    private static MarkdownFile markdown(Path file) {
        try {
            return MarkdownFile.of(ReadFile.text(Files.readAllBytes(file)));
        } catch (FrontMatterException e) {
            throw new InvalidInputException(
                    file.getFileName() + " cannot be changed before it is mended: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e, e);
        }
    }

    @Override
    public Item delete(ItemId id, Instant now) {
        return write(() -> {
            Item item = existing(id);
            Path file = folder.docs().resolve(item.path());
            return ids.keeping(file, () -> {
                trash.take(file, item.path(), now);
                return item;
            });
        });
    }

    @Override
    public Item restore(ItemId id) {
        return write(() -> {
            Trash.Entry entry = trash.last(id)
                    .orElseThrow(() -> new InvalidInputException(
                            "no item '" + id + "' in the trash: list what was deleted for its id"));
            Path file = folder.docs().resolve(entry.path());
            read().find(id).ifPresent(taken -> {
                throw new InvalidInputException("the id " + id + " is borne by " + taken.path()
                        + " now: delete that one first, or keep it and copy what you need");
            });
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new InvalidInputException(
                        "the place of " + id + ", " + entry.path() + ", is taken by another file");
            }
            return ids.keeping(file, () -> {
                trash.give(entry, file, files);
                return readOne(file);
            });
        });
    }

    @Override
    public List<Deleted> deleted() {
        return trash.entries().stream().map(Trash.Entry::deleted).toList();
    }

    @Override
    public Target resolve(Item from, String url) {
        return references.resolve(read(), from, url);
    }

    @Override
    public Optional<String> epicContext(ItemId epic) {
        Optional<Path> file = epicContextFile(epic);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(ReadFile.text(Files.readAllBytes(file.get())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AmbitException("the context of " + epic + " cannot be read: " + e, e);
        }
    }

    @Override
    public void putEpicContext(ItemId epic, String text) {
        Path file = epicContextFile(epic)
                .orElseThrow(
                        () -> new InvalidInputException("'" + epic + "' is no epic, expected an id such as EPIC-0001"));
        write(() -> {
            files.write(file, Utf8.encode(text));
            return text;
        });
    }

    /** Empty for an id that is no name of a file. */
    private Optional<Path> epicContextFile(ItemId epic) {
        String id = read().find(epic).map(Item::id).orElse(epic).value();
        boolean isName = id.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
        return isName ? Optional.of(inside(folder.epicContexts().resolve(id + ".md"))) : Optional.empty();
    }

    /** The same file, unless a link leads from there out of the folder of items. */
    private Path inside(Path file) {
        if (!RealPath.of(file).startsWith(RealPath.of(folder.docs()))) {
            throw new InvalidInputException(
                    tree.path(file) + " leads out of the backlog's folder: replace the link by a folder");
        }
        return file;
    }

    @Override
    public List<Problem> problems() {
        return new Healing(folder, files, ids).problems(read());
    }

    @Override
    public List<String> heal(Instant now) {
        return write(() -> new Healing(folder, files, ids).heal(read(), this::allItems, now));
    }

    private <T> T write(Supplier<T> work) {
        return lock.alone(() -> {
            ControlFolder.prepare(folder);
            return work.get();
        });
    }

    /** The item of a file that was just written, without a look at all others. */
    private Item readOne(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ReadFile read = ReadFile.of(
                    tree.path(file), bytes, Files.getLastModifiedTime(file).toInstant());
            if (!read.isItem()) {
                throw new AmbitException(read.path() + ": " + read.fault());
            }
            return read.item();
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e, e);
        }
    }

    @Override
    public Watch onChange(Runnable listener) {
        return watch.add(listener);
    }

    @Override
    public void close() {
        watch.close();
    }
}
