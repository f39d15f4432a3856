package io.ambit.cli.hook;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an agent tells a hook on stdin. Nobody vouches for it: it is read to a limit of size and of time, and what is in
 * it is only taken where it is what it should be.
 *
 * @param folder that the session works in; null where none was told
 * @param transcript the file that holds the session; null where none was told
 */
record HookInput(@Nullable Path folder, @Nullable Path transcript) {
    static final int MOST_CHARACTERS = 1 << 20;

    private static final HookInput NOTHING = new HookInput(null, null);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /**
     * Reads stdin to its end.
     *
     * @throws InvalidInputException where it is no JSON object
     */
    static HookInput of(Terminal terminal) {
        if (terminal.interactive()) {
            return NOTHING; // a person tries it out
        }
        return read(CompletableFuture.supplyAsync(() -> text(terminal.in()))
                // An agent that leaves its end open must not wait for us for ever.
                .completeOnTimeout("", PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static HookInput read(CompletableFuture<String> coming) {
        String text;
        try {
            text = coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AmbitException reason) {
                throw reason;
            }
            throw new AmbitException("stdin cannot be read: " + e.getMessage(), e);
        }
        if (text.isBlank()) {
            return NOTHING;
        }
        Json object;
        try {
            object = Json.parse(text);
        } catch (JsonSyntaxException e) {
            throw new InvalidInputException("stdin: expected a JSON object, " + e.getMessage(), e);
        }
        if (!(object instanceof Json.Obj)) {
            throw new InvalidInputException("stdin: expected a JSON object");
        }
        return new HookInput(
                path(object, "cwd").filter(Files::isDirectory).orElse(null),
                path(object, "transcript_path").orElse(null));
    }

    private static Optional<Path> path(Json object, String name) {
        String text = object.text(name);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(name + " is no path", e);
        }
    }

    private static String text(BufferedReader in) {
        try {
            StringBuilder text = new StringBuilder();
            char[] piece = new char[8192];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                text.append(piece, 0, read);
                if (text.length() > MOST_CHARACTERS) {
                    throw new InvalidInputException("stdin is longer than " + MOST_CHARACTERS + " characters");
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that was told, else the current one. */
    Path folderOrCurrent() {
        Path told = folder;
        return told == null ? Path.of("").toAbsolutePath() : told;
    }
}
