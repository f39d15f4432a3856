package io.ambit.bench.imports;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Files of a folder, in the order of their names, the same each time. Links are not followed, nothing is written. */
final class SourceFiles {
    private SourceFiles() {}

    /**
     * The files under a folder whose path in it is wanted; a file stands for itself. Hidden folders and those of
     * packages are passed over.
     *
     * @param wanted takes the path in the folder, with {@code /} between names
     * @param unreadable hears of what cannot be looked into
     */
    static List<Path> under(Path folder, Predicate<String> wanted, BiConsumer<Path, String> unreadable) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = String.valueOf(directory.getFileName());
                    boolean skipped = name.startsWith(".") || name.equals("node_modules");
                    return skipped && !directory.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.test(relative(folder, file))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    unreadable.accept(file, "cannot be read: " + e.getMessage());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new AmbitException(folder + " cannot be listed: " + e.getMessage(), e);
        }
        found.sort(Comparator.comparing(file -> relative(folder, file)));
        return found;
    }

    /** The path in the folder, with {@code /} between names; the name of the file where it is the folder itself. */
    static String relative(Path folder, Path file) {
        String relative =
                folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return relative.isEmpty() ? String.valueOf(file.getFileName()) : relative;
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    static long size(Path file) {
        try {
            return Files.isDirectory(file) ? 0 : Files.size(file);
        } catch (IOException e) {
            return 0; // opening it says what is wrong
        }
    }
}
