package io.ambit.cli.project;

import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which folder belongs to which space, in a file that all processes share. One folder is known for each space: the one
 * that was worked in last. A folder that is gone is not named, and comes back when it does.
 */
final class KnownProjects {
    /** Most entries of the file; those that were not used for longest go first. */
    private static final int MOST = 200;

    /** A use so soon after the last one is not written down again. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Path file;

    KnownProjects(Path file) {
        this.file = file;
    }

    /**
     * A project.
     *
     * @param folder its root
     */
    record Known(Space space, Path folder, Instant lastUsed) {}

    /** All whose folder is there, last used first. */
    List<Known> all() {
        return read().stream()
                .filter(known -> Files.isDirectory(known.folder()))
                .toList();
    }

    void remember(Space space, Path folder, Instant now) {
        if (read().stream().anyMatch(known -> isSame(known, space, folder) && isFresh(known, now))) {
            return;
        }
        PrivateFile.alone(file, () -> {
            List<Known> all = new ArrayList<>(read());
            all.removeIf(known -> known.space().equals(space));
            all.add(new Known(space, folder, now));
            write(all);
            return all.size();
        });
    }

    private static boolean isSame(Known known, Space space, Path folder) {
        return known.space().equals(space) && known.folder().equals(folder);
    }

    private static boolean isFresh(Known known, Instant now) {
        return known.lastUsed().plus(SOON).isAfter(now);
    }

    private void write(List<Known> all) {
        List<Object> entries = all.stream()
                .sorted(Comparator.comparing(Known::lastUsed).reversed())
                .limit(MOST)
                .<Object>map(known -> JsonTree.object(
                        "space",
                        known.space().id(),
                        "folder",
                        known.folder().toString(),
                        "lastUsed",
                        known.lastUsed().toString()))
                .toList();
        PrivateFile.writeJson(file, JsonTree.object("projects", entries));
    }

    /** Last used first. What cannot be read is not known: it is written anew with the next use. */
    private List<Known> read() {
        String text = PrivateFile.read(file).orElse("{}");
        Json entries;
        try {
            entries = Json.parse(text).get("projects");
        } catch (JsonSyntaxException e) {
            return List.of();
        }
        List<Known> all = new ArrayList<>();
        for (Json entry : entries == null ? List.<Json>of() : entries.items()) {
            Known known = known(entry);
            if (known != null) {
                all.add(known);
            }
        }
        all.sort(Comparator.comparing(Known::lastUsed).reversed());
        return all;
    }

    private static @Nullable Known known(Json entry) {
        String space = entry.text("space");
        String folder = entry.text("folder");
        String used = entry.text("lastUsed");
        if (space == null || folder == null || used == null) {
            return null;
        }
        try {
            return new Known(new Space(space), Path.of(folder), Instant.parse(used));
        } catch (IllegalArgumentException | DateTimeException e) { // no space, no path, no time
            return null;
        }
    }
}
