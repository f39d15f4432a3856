package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore.Deleted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Deleted files, each in a folder of its own with a note of where it came from. */
final class Trash {
    private static final String FILE = "item.md";
    private static final String ORIGIN = "origin";
    private static final WholeFile FILES = new WholeFile(true);

    private final Path folder;

    Trash(Path folder) {
        this.folder = folder;
    }

    /** A deleted file. */
    record Entry(Path file, String path, Deleted deleted) {}

    /** Takes a file in. The note comes first: a file whose note is missing would have nowhere to go back to. */
    void take(Path file, String path, Instant now) {
        Path entry = free(now);
        FILES.write(entry.resolve(ORIGIN), (now + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
        FILES.move(file, entry.resolve(FILE));
    }

    private Path free(Instant now) {
        for (int i = 0; ; i++) {
            Path entry = folder.resolve(String.format(Locale.ROOT, "%014d-%d", now.toEpochMilli(), i));
            if (!Files.exists(entry)) {
                return entry;
            }
        }
    }

    /** All that lies there and can be read, last deleted first. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entry(entry).ifPresent(entries::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new AmbitException(folder + ": cannot be read: " + e, e);
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.deleted().at())
                .thenComparing(entry -> entry.file().toString())
                .reversed());
        return entries;
    }

    private static Optional<Entry> entry(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            List<String> origin = Files.readAllLines(folder.resolve(ORIGIN), StandardCharsets.UTF_8);
            ReadFile read = ReadFile.of(
                    origin.get(1),
                    Files.readAllBytes(file),
                    Files.getLastModifiedTime(file).toInstant());
            return read.isItem()
                    ? Optional.of(
                            new Entry(file, origin.get(1), new Deleted(read.item(), Instant.parse(origin.getFirst()))))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Half of a deletion that was killed, or something that somebody put there.
            return Optional.empty();
        }
    }

    Optional<Entry> last(ItemId id) {
        return entries().stream()
                .filter(entry -> entry.deleted().item().id().key().equals(id.key()))
                .findFirst();
    }

    /** Gives a file back, to where nothing may be. */
    void give(Entry entry, Path to, WholeFile files) {
        files.move(entry.file(), to);
        Path emptied = entry.file().resolveSibling(ORIGIN);
        try {
            Files.deleteIfExists(emptied);
            Path parent = emptied.getParent();
            if (parent != null) {
                Files.deleteIfExists(parent);
            }
        } catch (IOException e) {
            throw new AmbitException(emptied + ": cannot be removed: " + e, e);
        }
    }
}
