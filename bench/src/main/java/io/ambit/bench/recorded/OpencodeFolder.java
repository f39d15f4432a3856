package io.ambit.bench.recorded;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.logs.OpencodeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code storage} in which older versions of opencode keep a file for each message and each part:
 * {@code message/SESSION/MESSAGE.json} and {@code part/MESSAGE/PART.json}. Ids rise with time.
 */
final class OpencodeFolder {
    private final Path folder;

    OpencodeFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether {@code folder} is one. */
    static boolean is(Path folder) {
        return Files.isDirectory(folder.resolve("message")) && Files.isDirectory(folder.resolve("part"));
    }

    /** The folders of the sessions' messages. */
    List<Path> sessions() throws IOException {
        try (Stream<Path> sessions = Files.list(folder.resolve("message"))) {
            return sessions.filter(Files::isDirectory).sorted().toList();
        }
    }

    /**
     * Reads it.
     *
     * @param wanted id of one session, null for all
     */
    void read(@Nullable String wanted, TrajectorySink sink) throws IOException {
        Map<String, Long> skipped = new LinkedHashMap<>();
        for (Path session : sessions()) {
            String id = session.getFileName().toString();
            if (wanted != null && !wanted.equals(id)) {
                continue;
            }
            OpencodeLog log = new OpencodeLog(id, "");
            for (Path message : files(session)) {
                OpencodeLog.Row row = row(message, sink);
                if (row != null) {
                    log.add(row.json(), parts(message, sink));
                }
            }
            log.skipped().forEach((type, count) -> skipped.merge(type, count, Long::sum));
            GivenSessions.give(log.sessions(), session.toString(), sink);
        }
        sink.skipped(OpencodeLog.agent(), skipped);
    }

    private List<OpencodeLog.Row> parts(Path message, TrajectorySink sink) throws IOException {
        String name = message.getFileName().toString();
        Path parts = folder.resolve("part").resolve(name.substring(0, name.length() - ".json".length()));
        List<OpencodeLog.Row> rows = new ArrayList<>();
        if (Files.isDirectory(parts)) {
            for (Path part : files(parts)) {
                OpencodeLog.Row row = row(part, sink);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static OpencodeLog.@Nullable Row row(Path file, TrajectorySink sink) throws IOException {
        byte[] json = Files.readAllBytes(file);
        try {
            return new OpencodeLog.Row(Json.parse(json), json);
        } catch (JsonSyntaxException e) {
            sink.problem(new InputProblem(file.toString(), 0, "no JSON"));
            return null;
        }
    }
}
