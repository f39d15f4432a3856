package io.ambit.store.backlog;

import io.ambit.core.item.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives away ids, each once. A file of the control folder holds the highest number of each prefix, and when each folder
 * of items was last added to: for as long as that has not changed but by us, a new id needs no look at the items. Ids
 * never become fewer, whatever is deleted. Used under the {@link FolderLock} only.
 */
final class HighestIds {
    private static final String NAME = "ids";
    private static final String HIGHEST = "highest";
    private static final String FOLDER = "folder";
    private static final WholeFile FILES = new WholeFile(true);

    private final BacklogFolder folder;

    HighestIds(BacklogFolder folder) {
        this.folder = folder;
    }

    /**
     * The next id of a kind.
     *
     * @param items all items and all that were deleted, asked for only where somebody else may have added some
     */
    Allocation next(Kind kind, Supplier<Seen> items) {
        State state = load();
        if (!state.isCurrent()) {
            Seen seen = items.get();
            seen.items().forEach(item -> state.count(item.id().key()));
            state.replaceFolders(seen.folders());
        }
        long number = state.highest.getOrDefault(kind.prefix(), 0L);
        Path place = folder.docs().resolve(kind.folder());
        do {
            number++;
        } while (Files.exists(place.resolve(kind.id(number) + ".md"), LinkOption.NOFOLLOW_LINKS));
        return new Allocation(kind.id(number), state);
    }

    /** Notes that an id was given away and its file written. */
    void given(Allocation allocation, Path file) {
        note(allocation.state, allocation.id, file);
    }

    /** Does something to the file of an item; what was known of the others is known afterwards. */
    Item keeping(Path file, Supplier<Item> work) {
        State state = load();
        boolean isCurrent = state.isCurrent();
        Item item = work.get();
        if (isCurrent) {
            note(state, item.id().key(), file);
        }
        return item;
    }

    private void note(State state, String id, Path file) {
        state.count(id);
        Path parent = file.getParent();
        if (parent != null) {
            // A folder that is new is an addition to the one that holds it.
            for (Path at = parent; at != null && at.startsWith(folder.docs()); at = at.getParent()) {
                state.note(at);
            }
        }
        FILES.write(folder.state().resolve(NAME), state.text().getBytes(StandardCharsets.UTF_8), false);
    }

    /** An id that nobody bears, and what is known of the others. */
    static final class Allocation {
        private final String id;
        private final State state;

        private Allocation(String id, State state) {
            this.id = id;
            this.state = state;
        }

        String id() {
            return id;
        }
    }

    /** What a look at all files found. */
    record Seen(List<Item> items, Map<Path, FileTime> folders) {}

    private State load() {
        State state = new State();
        try {
            for (String line : Files.readAllLines(folder.state().resolve(NAME), StandardCharsets.UTF_8)) {
                state.read(line);
            }
        } catch (IOException | NumberFormatException e) {
            // Without it all items are looked at.
            return new State();
        }
        return state;
    }

    private final class State {
        private final Map<String, Long> highest = new TreeMap<>();
        private final Map<String, Long> folders = new HashMap<>();

        private void read(String line) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3 && parts[0].equals(HIGHEST)) {
                highest.put(parts[1], Long.parseLong(parts[2]));
            } else if (parts.length == 3 && parts[0].equals(FOLDER)) {
                folders.put(parts[2], Long.parseLong(parts[1]));
            }
        }

        private String text() {
            StringBuilder out = new StringBuilder();
            highest.forEach((prefix, number) -> out.append(HIGHEST + " " + prefix + " " + number + "\n"));
            new TreeMap<>(folders).forEach((path, time) -> out.append(FOLDER + " " + time + " " + path + "\n"));
            return out.toString();
        }

        private boolean isCurrent() {
            boolean isCurrent = folders.containsKey("");
            for (Map.Entry<String, Long> known : folders.entrySet()) {
                isCurrent &= known.getValue() == written(folder.docs().resolve(known.getKey()));
            }
            return isCurrent;
        }

        private void count(String key) {
            int hyphen = key.indexOf('-');
            if (hyphen <= 0 || !key.chars().limit(hyphen).allMatch(c -> c >= 'A' && c <= 'Z')) {
                return;
            }
            int end = hyphen + 1;
            while (end < key.length() && Character.isDigit(key.charAt(end))) {
                end++;
            }
            String digits = key.substring(hyphen + 1, end);
            if (!digits.isEmpty() && digits.length() < 18) {
                highest.merge(key.substring(0, hyphen), Long.parseLong(digits), Math::max);
            }
        }

        private void replaceFolders(Map<Path, FileTime> seen) {
            folders.clear();
            seen.forEach((path, time) -> folders.put(name(path), time.to(TimeUnit.NANOSECONDS)));
        }

        private void note(Path path) {
            folders.put(name(path), written(path));
        }

        private String name(Path path) {
            return folder.docs().relativize(path).toString();
        }
    }

    private static long written(Path path) {
        try {
            return Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return -1;
        }
    }
}
