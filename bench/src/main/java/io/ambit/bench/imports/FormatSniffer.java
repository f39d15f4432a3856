package io.ambit.bench.imports;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.logs.AgentLogs;
import io.ambit.wire.memory.ExportLines;
import io.ambit.wire.memory.LocomoFile;
import io.ambit.wire.memory.McpMemoryLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells by content what a source is; names count only where the content tells nothing. */
final class FormatSniffer {
    private static final int HEAD_LINES = 200;
    private static final long MAX_WHOLE = 500_000_000;
    private static final List<String> RECORDINGS = List.of(".jsonl", ".json", ".ndjson", ".gz", ".db");
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private FormatSniffer() {}

    /**
     * The format of a file or folder.
     *
     * @throws InvalidInputException where it is none that is known, which says what came and what was expected
     */
    static ImportFormat of(Path source) {
        if (!Files.exists(source)) {
            throw new InvalidInputException(source + ": no such file or folder");
        }
        try {
            return Files.isDirectory(source) ? folder(source) : file(source);
        } catch (IOException e) {
            throw new AmbitException(source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ImportFormat folder(Path folder) {
        if (!LokiFolders.in(folder).isEmpty()) {
            return ImportFormat.LOKI;
        }
        List<Path> files = SourceFiles.under(folder, name -> true, (file, why) -> {});
        // A folder of recordings may hold a note on them, and a folder of notes a recording.
        long notes = files.stream().filter(file -> isMarkdown(file.toString())).count();
        long recordings =
                files.stream().filter(file -> isRecording(file.toString())).count();
        if (notes + recordings > 0) {
            return notes >= recordings ? ImportFormat.MARKDOWN : ImportFormat.SESSIONS;
        }
        throw unknown(folder, "a folder of " + files.size() + " files, none of them Markdown or of a recording");
    }

    private static boolean isRecording(String name) {
        return RECORDINGS.stream().anyMatch(name::endsWith);
    }

    static boolean isMarkdown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private static ImportFormat file(Path file) throws IOException {
        if (isMarkdown(file.toString())) {
            return ImportFormat.MARKDOWN;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SQLITE.length);
            if (Arrays.equals(head, SQLITE) || (head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b)) {
                return ImportFormat.SESSIONS;
            }
            if (head.length == 0) {
                throw unknown(file, "an empty file");
            }
        }
        ImportFormat ofLines = lines(file);
        return ofLines == null ? whole(file) : ofLines;
    }

    /** What the first lines say that are objects of their own; null where they are none, or say nothing. */
    private static @Nullable ImportFormat lines(Path file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (int n = 0; n < HEAD_LINES; n++) {
                String line = lines.readLine();
                if (line == null) {
                    return null;
                }
                Json json = parse(line);
                if (json instanceof Json.Obj object) {
                    ImportFormat format = ofLine(object);
                    if (format != null) {
                        return format;
                    }
                } else if (!line.isBlank() && n == 0) {
                    return null;
                }
            }
            return null;
        }
    }

    private static @Nullable ImportFormat ofLine(Json.Obj line) {
        if (McpMemoryLines.claims(line)) {
            return ImportFormat.MCP_MEMORY;
        }
        if (ExportLines.claims(line)) {
            return ImportFormat.EXPORT;
        }
        if (line.get("space") != null && line.get("id") != null && line.get("text") != null) {
            return ImportFormat.DOCUMENTS;
        }
        if (LocomoFile.claims(line)) {
            return ImportFormat.LOCOMO;
        }
        boolean session = line.get("messages") instanceof Json.Arr
                || line.text("role") != null
                || AgentLogs.readerOf(line) != null;
        return session ? ImportFormat.SESSIONS : null;
    }

    private static ImportFormat whole(Path file) throws IOException {
        if (Files.size(file) > MAX_WHOLE) {
            throw unknown(file, "a file of " + Files.size(file) + " bytes");
        }
        String text = SourceFiles.text(file);
        Json json = parse(text);
        if (json == null) {
            Json first = parse(text.lines().findFirst().orElse(""));
            throw unknown(file, first == null ? "text that is no JSON" : "lines, the first of them " + named(first));
        }
        if (LocomoFile.claims(json)) {
            return ImportFormat.LOCOMO;
        }
        Json first = json.items().isEmpty() ? json : json.items().get(0);
        if (json.get("messages") instanceof Json.Arr || first.text("role") != null) {
            return ImportFormat.SESSIONS;
        }
        throw unknown(file, named(json));
    }

    private static String named(Json json) {
        return json instanceof Json.Obj object
                ? "a JSON object with "
                        + object.members().stream()
                                .limit(8)
                                .map(member -> member.name().value())
                                .collect(Collectors.joining(", "))
                : "JSON that is no object";
    }

    private static @Nullable Json parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static InvalidInputException unknown(Path source, String found) {
        return new InvalidInputException(source + ": found " + found + ", expected one of " + ImportFormat.expected());
    }
}
