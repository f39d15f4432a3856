package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --body} or {@code --body-file}: an item's text. */
final class BodyOption {
    @ArgGroup
    private Given given = new Given();

    /** One or the other. */
    static final class Given {
        @Option(names = "--body", paramLabel = "TEXT", description = "The text, in Markdown; - reads it from stdin.")
        private @Nullable String text;

        @Option(names = "--body-file", paramLabel = "FILE", description = "The text from a file; - reads stdin.")
        private @Nullable Path file;
    }

    /** Empty where none was given. */
    Optional<String> text(Terminal terminal) {
        String text = given.text;
        Path file = given.file;
        if (text != null) {
            return Optional.of(text.equals("-") ? stdin(terminal) : text);
        }
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.toString().equals("-") ? stdin(terminal) : Files.readString(file));
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String stdin(Terminal terminal) {
        return terminal.in().lines().collect(Collectors.joining("\n", "", "\n"));
    }
}
