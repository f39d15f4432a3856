package io.ambit.bench.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a user's paths stand for: a file itself, of a folder all files of recorded sessions in it, in the
 * order of their names, {@code -} for standard input.
 */
final class InputFiles {
    static final String STDIN = "-";

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json");

    private InputFiles() {}

    /** One input: its name, and where it lies, null for standard input. */
    record Input(String name, @Nullable Path path, long bytes) {

        InputStream open(InputStream stdin) throws IOException {
            return path == null ? stdin : Files.newInputStream(path);
        }
    }

    /** @param sink hears of paths that lead nowhere */
    static List<Input> of(List<String> paths, TrajectorySink sink) {
        List<Input> inputs = new ArrayList<>();
        for (String name : paths) {
            if (name.equals(STDIN)) {
                inputs.add(new Input("stdin", null, 0));
                continue;
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                folder(path, inputs, sink);
            } else if (Files.exists(path)) {
                inputs.add(input(path));
            } else {
                sink.problem(new InputProblem(name, 0, "no such file or folder"));
            }
        }
        return inputs;
    }

    private static void folder(Path folder, List<Input> inputs, TrajectorySink sink) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(InputFiles::isRecording)
                    .sorted()
                    .forEach(file -> inputs.add(input(file)));
        } catch (IOException | UncheckedIOException e) {
            sink.problem(new InputProblem(folder.toString(), 0, "cannot be listed: " + e.getMessage()));
        }
    }

    private static Input input(Path file) {
        long bytes;
        try {
            bytes = Files.size(file);
        } catch (IOException e) {
            bytes = 0; // opening it says what is wrong
        }
        return new Input(file.toString(), file, bytes);
    }

    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return ENDINGS.stream().anyMatch(unpacked::endsWith);
    }
}
