package io.ambit.store.index;

import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a space's indexes: {@code gen-000001} and so on, of which the last whole one counts. */
record GenerationFolder(Path folder) {
    private static final String PREFIX = "gen-";

    /** The folder of a space; no two spaces share one, on file systems that do not tell case apart either. */
    static GenerationFolder of(Path all, Space space) {
        String name = space.id().toLowerCase(Locale.ROOT);
        return new GenerationFolder(
                all.resolve(name + "-" + Hash.of(space.id()).hex().substring(0, 12)));
    }

    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    Optional<Path> newestWhole() throws IOException {
        List<Path> all = all();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (Generation.isWhole(all.get(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** Where the next one goes. */
    Path next() throws IOException {
        List<Path> all = all();
        int last = all.isEmpty() ? 0 : number(all.getLast());
        return folder.resolve(String.format(Locale.ROOT, "%s%06d", PREFIX, last + 1));
    }

    /** Removes all but one; what another process still reads stays readable to it. */
    void removeAllBut(Path kept) throws IOException {
        for (Path generation : all()) {
            if (!generation.equals(kept)) {
                remove(generation);
            }
        }
    }

    private static void remove(Path generation) throws IOException {
        try (Stream<Path> files = Files.walk(generation)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> number(path) > 0)
                    .sorted(Comparator.comparingInt(GenerationFolder::number))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static int number(Path generation) {
        String name = generation.getFileName().toString();
        if (!name.startsWith(PREFIX)) {
            return 0;
        }
        try {
            return Integer.parseInt(name, PREFIX.length(), name.length(), 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
