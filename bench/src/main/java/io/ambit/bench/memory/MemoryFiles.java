package io.ambit.bench.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files of documents and questions: JSON Lines, unknown keys ignored, errors with file and line. */
public final class MemoryFiles {
    private MemoryFiles() {}

    public static List<MemoryDocument> documents(Path file) {
        return lines(
                file,
                line -> new MemoryDocument(
                        line.required("space"),
                        line.required("id"),
                        line.required("session"),
                        line.time("time"),
                        line.required("role"),
                        line.required("text")));
    }

    public static List<MemoryQuery> queries(Path file) {
        return lines(file, line -> {
            if (!line.has("evidence")) {
                throw new AmbitException("no 'evidence', expected ids of documents");
            }
            return new MemoryQuery(
                    line.required("space"),
                    line.required("id"),
                    line.required("text"),
                    line.texts("evidence"),
                    line.text("category"));
        });
    }

    private static <T> List<T> lines(Path file, Function<JsonFields, T> read) {
        List<T> all = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    all.add(read.apply(new JsonFields(Json.parse(line))));
                }
            }
            return all;
        } catch (AmbitException e) {
            throw new AmbitException(file + ":" + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
