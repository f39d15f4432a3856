package io.ambit.bench.recorded;

import io.ambit.core.session.Space;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One input: a file, a database, a folder that an agent keeps as one, or standard input.
 *
 * @param name as problems name it
 * @param path where it lies, null for standard input
 * @param session id of the only session wanted of a database, null for all
 * @param space of Ambit's ledger, null for all
 * @param bytes its size, 0 where not known
 */
public record RecordedInput(
        String name,
        @Nullable Path path,
        @Nullable String session,
        @Nullable Space space,
        long bytes) {

    static RecordedInput stdin() {
        return new RecordedInput("stdin", null, null, null, 0);
    }

    static RecordedInput of(Path path) {
        long bytes;
        try {
            bytes = Files.isDirectory(path) ? 0 : Files.size(path);
        } catch (IOException e) {
            bytes = 0; // opening it says what is wrong
        }
        return new RecordedInput(path.toString(), path, null, null, bytes);
    }

    /** Ambit's own ledger. */
    public static RecordedInput ledger(Path database, @Nullable Space space) {
        return new RecordedInput(
                database.toString(), database, null, space, of(database).bytes());
    }

    /**
     * Reads it. What cannot be read is a problem that the sink hears of.
     *
     * @param meter counts what is read of a stream
     */
    public void read(InputStream stdin, UnaryOperator<InputStream> meter, TrajectorySink sink) {
        try {
            if (path == null) {
                TrajectoryReader.read(name, meter.apply(stdin), sink);
            } else if (Files.isDirectory(path)) {
                new OpencodeFolder(path).read(session, sink);
            } else if (LedgerSessions.is(path)) {
                new LedgerSessions(path).read(space, session, sink);
            } else if (OpencodeDatabase.is(path)) {
                new OpencodeDatabase(path).read(session, sink);
            } else {
                try (InputStream in = meter.apply(Files.newInputStream(path))) {
                    TrajectoryReader.read(name, in, sink);
                }
            }
        } catch (IOException e) {
            sink.problem(new InputProblem(name, 0, "cannot be read: " + e.getMessage()));
        }
    }
}
