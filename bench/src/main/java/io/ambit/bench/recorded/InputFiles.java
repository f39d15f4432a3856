package io.ambit.bench.recorded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The inputs that a user's paths stand for: a file itself, of a folder all files of recorded sessions in it, in the
 * order of their names, {@code -} for standard input.
 */
public final class InputFiles {
    public static final String STDIN = "-";

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json");

    private InputFiles() {}

    /**
     * The inputs that paths stand for, in order.
     *
     * @param problems hears of paths that lead nowhere
     */
    public static List<RecordedInput> of(List<String> paths, Consumer<InputProblem> problems) {
        List<RecordedInput> inputs = new ArrayList<>();
        for (String name : paths) {
            if (name.equals(STDIN)) {
                inputs.add(RecordedInput.stdin());
                continue;
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                folder(path, inputs, problems);
            } else if (Files.exists(path)) {
                inputs.add(RecordedInput.of(path));
            } else {
                problems.accept(new InputProblem(name, 0, "no such file or folder"));
            }
        }
        return inputs;
    }

    private static void folder(Path folder, List<RecordedInput> inputs, Consumer<InputProblem> problems) {
        List<RecordedInput> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    if (OpencodeFolder.is(directory)) {
                        found.add(RecordedInput.of(directory));
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRecording(file)) {
                        found.add(RecordedInput.of(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.accept(new InputProblem(file.toString(), 0, "cannot be read: " + e.getMessage()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.accept(new InputProblem(folder.toString(), 0, "cannot be listed: " + e.getMessage()));
        }
        found.sort(Comparator.comparing(input -> Path.of(input.name())));
        inputs.addAll(found);
    }

    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return ENDINGS.stream().anyMatch(unpacked::endsWith)
                || (name.endsWith(".db") && (LedgerSessions.is(file) || OpencodeDatabase.is(file)));
    }
}
