package io.ambit.bench.recorded;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.logs.AgentLogs;
import io.ambit.wire.logs.LogReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an agent's log line by line. A line that is no JSON is one problem; half a line at the end is none. */
final class AgentLogReader {
    /** So many lines may stand before one that tells whose log it is. */
    private static final int HEAD = 200;

    private final String file;
    private final TrajectorySink sink;
    private final LogReader log;
    private boolean halfWritten;

    private AgentLogReader(String file, TrajectorySink sink, LogReader log) {
        this.file = file;
        this.sink = sink;
        this.log = log;
    }

    /** Reads {@code lines} where they are an agent's log; else takes none of them. */
    static boolean read(String file, LineReader lines, TrajectorySink sink) throws IOException {
        LogReader log = detect(lines);
        if (log == null) {
            return false;
        }
        AgentLogReader reader = new AgentLogReader(file, sink, log);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            reader.line(line, lines);
        }
        reader.finish();
        return true;
    }

    private static @Nullable LogReader detect(LineReader lines) throws IOException {
        for (int ahead = 0; ahead < HEAD; ahead++) {
            byte[] line = lines.peek(ahead);
            if (line == null) {
                return null;
            }
            Json record = parse(line);
            if (record == null) {
                continue;
            }
            LogReader log = AgentLogs.readerOf(record);
            if (log != null || record.get("messages") != null || record.get("role") != null) {
                return log;
            }
        }
        return null;
    }

    private void line(byte[] line, LineReader lines) {
        if (TrajectoryReader.isBlank(line)) {
            return;
        }
        Json record = parse(line);
        if (record instanceof Json.Obj) {
            log.add(record, line);
        } else if (lines.endsWithoutNewline()) {
            halfWritten = true;
        } else {
            sink.problem(new InputProblem(file, lines.number(), "no JSON object, expected one a line"));
        }
    }

    private void finish() {
        Map<String, Long> skipped = new TreeMap<>(log.skipped());
        if (halfWritten) {
            skipped.put("(half a line at the end)", 1L);
        }
        sink.skipped(log.agent(), skipped);
        GivenSessions.give(log.sessions(), file, sink);
    }

    private static @Nullable Json parse(byte[] line) {
        try {
            return Json.parse(line);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
