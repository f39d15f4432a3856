package io.ambit.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The memory folders of loki-mode in a folder: itself, the one of a project, one for each of its namespaces. */
final class LokiFolders {
    private static final List<String> PARTS = List.of("episodic", "semantic", "skills");

    private LokiFolders() {}

    static List<Path> in(Path folder) {
        for (Path candidate : List.of(folder, folder.resolve(".loki/memory"), folder.resolve("memory"))) {
            List<Path> found = at(candidate);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Path> at(Path folder) {
        List<Path> found = new ArrayList<>();
        if (isOne(folder)) {
            found.add(folder);
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> namespaces = Files.list(folder)) {
                namespaces.filter(LokiFolders::isOne).sorted().forEach(found::add);
            } catch (IOException | UncheckedIOException e) {
                return found; // what cannot be looked into is not there
            }
        }
        return found;
    }

    /** At least two of its three parts: a folder of that name alone may be anything. */
    private static boolean isOne(Path folder) {
        long parts = PARTS.stream()
                .filter(part -> Files.isDirectory(folder.resolve(part)))
                .count();
        return parts >= 2 || (parts == 1 && Files.exists(folder.resolve("timeline.json")));
    }
}
