package io.ambit.bench.recorded;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.logs.AnthropicMessages;
import io.ambit.wire.logs.RecordedSession;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of recorded sessions, packed with gzip or not, and tells its form from its content:
 *
 * <ul>
 *   <li>the log of an agent, one record a line;
 *   <li>JSON Lines of {@code {"id": ..., "messages": [...]}}, a session a line, read line by line;
 *   <li>one object with {@code messages} (a request body, say), or one array of messages: a session, named by the file;
 *       in Anthropic's form too;
 *   <li>JSON Lines of messages: a session, named by the file.
 * </ul>
 *
 * What cannot be read is reported with its line and skipped.
 */
public final class TrajectoryReader {
    public static final String EXPECTED =
            "an agent's log, JSON Lines of {\"id\": ..., \"messages\": [...]}, or chat messages as a JSON array, "
                    + "as an object with \"messages\", or one a line";

    private final String file;
    private final TrajectorySink sink;
    private final List<RecordedMessage> loose = new ArrayList<>();
    private boolean found;

    private TrajectoryReader(String file, TrajectorySink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * Reads a file.
     *
     * @param file as problems and sessions without an id name it
     */
    public static void read(String file, InputStream in, TrajectorySink sink) {
        TrajectoryReader reader = new TrajectoryReader(file, sink);
        LineReader lines = null;
        try {
            lines = new LineReader(unpacked(in));
            if (!AgentLogReader.read(file, lines, sink)) {
                reader.read(lines);
            }
        } catch (IOException e) {
            reader.problem(lines == null ? 0 : lines.number(), "cannot be read: " + e.getMessage());
        }
        if (!reader.loose.isEmpty()) {
            sink.trajectory(new Trajectory(reader.name(), file, 0, reader.loose));
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private void read(LineReader lines) throws IOException {
        byte[] first = nextFilled(lines);
        if (first == null) {
            problem(0, "is empty, expected " + EXPECTED);
            return;
        }
        long number = lines.number();
        if (!isObject(first)) {
            whole(join(first, lines.rest()), number);
            return;
        }
        byte[] second = nextFilled(lines);
        if (second == null) {
            whole(first, number);
            return;
        }
        long secondNumber = lines.number();
        take(line(first, number));
        take(line(second, secondNumber));
        for (byte[] next = nextFilled(lines); next != null; next = nextFilled(lines)) {
            take(line(next, lines.number()));
        }
    }

    /** A document over several lines, or lines of which the first is damaged: the whole tells which. */
    private void whole(byte[] document, long firstLine) throws IOException {
        Read read = document(document, firstLine);
        if (read.problem() == null) {
            take(read);
            return;
        }
        LineReader lines = new LineReader(new ByteArrayInputStream(document));
        List<Read> skipped = new ArrayList<>();
        for (byte[] next = nextFilled(lines); next != null; next = nextFilled(lines)) {
            Read line = line(next, firstLine - 1 + lines.number());
            if (found || line.problem() == null) {
                skipped.forEach(this::take);
                skipped.clear();
                take(line);
            } else {
                skipped.add(line);
            }
        }
        if (!found) {
            problem(firstLine, read.problem() + "; expected " + EXPECTED);
        }
    }

    /** What a piece of input holds: one of the three. */
    private record Read(
            long line,
            @Nullable Trajectory trajectory,
            @Nullable RecordedMessage message,
            @Nullable String problem) {}

    private void take(Read read) {
        if (read.problem() != null) {
            problem(read.line(), read.problem());
        } else if (read.message() != null) {
            found = true;
            loose.add(read.message());
        } else if (read.trajectory() != null) {
            found = true;
            sink.trajectory(read.trajectory());
        }
    }

    private Read document(byte[] document, long line) {
        return read(document, line, json -> {
            Trajectory ofBlocks = ofBlocks(json, document, line);
            if (ofBlocks != null) {
                return ofBlocks;
            }
            Json messages = json instanceof Json.Arr ? json : json.get("messages");
            if (!(messages instanceof Json.Arr)) {
                throw new AmbitException("neither a list of messages nor an object with \"messages\"");
            }
            String id = json.text("id");
            return new Trajectory(id == null ? name() : id, file, line, messages(messages.items(), document))
                    .withReward(json);
        });
    }

    private Read line(byte[] line, long number) {
        return read(line, number, json -> {
            if (!(json.get("messages") instanceof Json.Arr messages)) {
                throw new AmbitException("neither \"messages\" nor \"role\"; expected " + EXPECTED);
            }
            String id = json.text("id");
            Trajectory ofBlocks = id == null ? null : ofBlocks(json, line, number);
            if (ofBlocks != null) {
                return ofBlocks;
            }
            if (id == null) {
                throw new AmbitException("no \"id\" in a line of several, expected a string");
            }
            return new Trajectory(id, file, number, messages(messages.items(), line)).withReward(json);
        });
    }

    /** A session in Anthropic's form, or null where it is in another. */
    private @Nullable Trajectory ofBlocks(Json json, byte[] source, long line) {
        if (!AnthropicMessages.claims(json)) {
            return null;
        }
        RecordedSession session = AnthropicMessages.read(name(), json, source);
        return session == null ? null : Trajectory.of(session, file, line);
    }

    private static Read read(byte[] source, long line, Function<Json, Trajectory> trajectory) {
        try {
            Json json = Json.parse(source);
            if (!Utf8.isValid(source, 0, source.length)) {
                throw new AmbitException("not UTF-8");
            }
            return json.get("messages") == null && json.text("role") != null
                    ? new Read(line, null, RecordedMessage.read(source), null)
                    : new Read(line, trajectory.apply(json), null, null);
        } catch (AmbitException e) {
            return new Read(line, null, null, String.valueOf(e.getMessage()));
        }
    }

    private static List<RecordedMessage> messages(List<Json> items, byte[] source) {
        List<RecordedMessage> messages = new ArrayList<>();
        for (Json item : items) {
            try {
                messages.add(RecordedMessage.read(Arrays.copyOfRange(source, item.start(), item.end())));
            } catch (AmbitException e) {
                throw new AmbitException("messages[" + messages.size() + "]: " + e.getMessage(), e);
            }
        }
        return messages;
    }

    private void problem(long line, String message) {
        sink.problem(new InputProblem(file, line, message));
    }

    /** The file's name without its folders. */
    private String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static byte @Nullable [] nextFilled(LineReader lines) throws IOException {
        byte[] line = lines.next();
        while (line != null && isBlank(line)) {
            line = lines.next();
        }
        return line;
    }

    static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(byte[] line) {
        try {
            return Json.parse(line) instanceof Json.Obj;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static byte[] join(byte[] first, byte[] rest) {
        byte[] all = Arrays.copyOf(first, first.length + 1 + rest.length);
        all[first.length] = '\n';
        System.arraycopy(rest, 0, all, first.length + 1, rest.length);
        return all;
    }
}
