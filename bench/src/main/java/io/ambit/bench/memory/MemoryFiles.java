package io.ambit.bench.memory;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.AmbitException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of documents and questions: JSON Lines, unknown keys ignored, errors with file and line. */
public final class MemoryFiles {
    private MemoryFiles() {}

    public static List<MemoryDocument> documents(Path file) {
        return JsonLines.read(
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
        return JsonLines.read(file, line -> {
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
}
