package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.core.text.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown files below a folder. Each look walks all of them, so that nothing depends on being told of a change, and
 * reads only those that are not what they were: size, time of writing and file are compared, and a file that was written
 * just before it was read is read once more, since a second write within the clock's step shows in none of the three.
 * Links are not followed, hidden files are not seen. Not thread-safe.
 */
final class ItemTree {
    static final int MAX_FILE = 1 << 20;
    private static final Duration UNSETTLED = Duration.ofSeconds(2);
    private static final int MAX_DEPTH = 32;
    private static final Set<String> NOT_DOCUMENTS = Set.of("node_modules");
    /** What lies beside the items where the control folder is the folder of items. */
    private static final Set<String> CONTROL = Set.of("trash", "state", "cache", "logs");

    private static final OpenOption[] NO_LINK = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    private final BacklogFolder folder;
    private final InstantSource clock;
    private Map<String, Seen> seen = new HashMap<>();
    private @Nullable Reading last;
    private List<Problem> lastUnread = List.of();
    private Map<Path, FileTime> folders = Map.of();

    /** A file, and what it looked like when it was read. */
    private record Seen(
            long size, FileTime modified, @Nullable Object key, Instant readAt, ReadFile file) {
        boolean isAsBefore(BasicFileAttributes now) {
            return size == now.size()
                    && modified.equals(now.lastModifiedTime())
                    && Objects.equals(key, now.fileKey())
                    && modified.toInstant().plus(UNSETTLED).isBefore(readAt);
        }

        boolean reads(Seen now) {
            return modified.equals(now.modified)
                    && file.version().equals(now.file.version())
                    && file.fault().equals(now.file.fault());
        }
    }

    ItemTree(BacklogFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** All files as they are now; the same object for as long as none changed. */
    Reading read() {
        Walk walk = new Walk();
        if (Files.isDirectory(folder.docs())) {
            try {
                Files.walkFileTree(folder.docs(), EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, walk);
            } catch (IOException e) {
                throw new AmbitException(folder.docs() + ": cannot be read: " + e.getMessage(), e);
            }
        }
        boolean isSame =
                last != null && !walk.changed && walk.found.size() == seen.size() && walk.unread.equals(lastUnread);
        seen = walk.found;
        lastUnread = walk.unread;
        folders = walk.folders;
        Reading reading = last;
        if (reading == null || !isSame) {
            List<ReadFile> files = new ArrayList<>(seen.size());
            new TreeMap<>(seen).values().forEach(file -> files.add(file.file()));
            reading = Reading.of(files, lastUnread);
            last = reading;
        }
        return reading;
    }

    /** The folders that the last look went through, and when something was last added to or taken out of each. */
    Map<Path, FileTime> folders() {
        return folders;
    }

    /** The path of a file as items bear it. */
    String path(Path file) {
        return folder.docs().relativize(file).toString().replace('\\', '/');
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Map<String, Seen> found = new HashMap<>();
        private final Map<Path, FileTime> folders = new HashMap<>();
        private final List<Problem> unread = new ArrayList<>();
        private boolean changed;

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            if (!dir.equals(folder.docs()) && isPassedOver(dir)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.put(dir, attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
        }

        private boolean isPassedOver(Path dir) {
            String name = name(dir);
            boolean isTop = folder.docs().equals(dir.getParent());
            return name.startsWith(".")
                    || NOT_DOCUMENTS.contains(name)
                    || (isTop && name.equals(BacklogFolder.EPIC_CONTEXTS))
                    || (isTop && folder.docs().equals(folder.control()) && CONTROL.contains(name));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            if (attributes.isRegularFile()
                    && !name.startsWith(".")
                    && name.toLowerCase(Locale.ROOT).endsWith(".md")) {
                see(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof NoSuchFileException)) {
                unread.add(new Problem(path(file), "it cannot be read: " + reason(e), false));
            }
            return FileVisitResult.CONTINUE;
        }

        private void see(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            Seen before = seen.get(path);
            if (before != null && before.isAsBefore(attributes)) {
                found.put(path, before);
                return;
            }
            Instant readAt = clock.instant();
            Seen now = new Seen(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    attributes.fileKey(),
                    readAt,
                    read(file, path, attributes));
            if (before != null && before.reads(now)) {
                // An unchanged item stays the same object.
                found.put(path, new Seen(now.size(), now.modified(), now.key(), readAt, before.file()));
            } else {
                found.put(path, now);
                changed = true;
            }
        }
    }

    private static ReadFile read(Path file, String path, BasicFileAttributes attributes) {
        if (attributes.size() > MAX_FILE) {
            return ReadFile.faulty(
                    path, Hash.of(""), "it is " + attributes.size() + " bytes long, expected at most " + MAX_FILE);
        }
        try (InputStream in = Files.newInputStream(file, NO_LINK)) {
            return ReadFile.of(
                    path, in.readNBytes(MAX_FILE), attributes.lastModifiedTime().toInstant());
        } catch (IOException e) {
            return ReadFile.faulty(path, Hash.of(""), "it cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
