package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Content;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of memory as a row and its content.
 *
 * @param number what other tables know it by
 */
record RecordRow(long number, MemoryRecord record) {
    /** What {@link #read} needs, to be followed by conditions on table alias r. */
    static final String SELECT = "SELECT r.*, c.bytes FROM records r"
            + " LEFT JOIN record_contents c ON c.record = r.id AND c.space = r.space WHERE r.space = ?";

    static final int LIVE = 0;
    static final int ARCHIVED = 1;
    static final int FORGOTTEN = 2;

    /** A record that can be read and is not forgotten. */
    static Optional<RecordRow> find(Sql sql, long space, Space name, RecordId id) {
        List<RecordRow> found =
                sql.readable(SELECT + " AND r.name = ? AND r.state < 2", row -> read(row, name), space, id.value());
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** The number of a record, whether it can be read or not; -1 where there is none, or it is forgotten. */
    static long number(Sql sql, long space, RecordId id) {
        return sql.number("SELECT id FROM records WHERE space = ? AND name = ? AND state < 2", -1, space, id.value());
    }

    /**
     * The record of the current row.
     *
     * @throws CorruptRecordException where it is not what was written
     */
    static RecordRow read(ResultSet row, Space space) throws SQLException {
        String name = row.getString("name");
        try {
            RecordKind kind = RecordKind.ofLabel(String.valueOf(row.getString("kind")));
            byte[] bytes = row.getBytes("bytes");
            if (bytes == null) {
                throw new CorruptRecordException("its content is missing");
            }
            Draft draft = new Draft(
                    space,
                    ContentJson.read(kind, Utf8.decode(bytes)),
                    provenance(row),
                    TimeBytes.readOrNull(row, "happened"),
                    row.getDouble("importance"),
                    row.getDouble("confidence"));
            return new RecordRow(
                    row.getLong("id"),
                    new MemoryRecord(
                            new RecordId(String.valueOf(name)),
                            draft,
                            TimeBytes.read(row, "created"),
                            state(row.getInt("state")),
                            row.getInt("uses"),
                            TimeBytes.readOrNull(row, "last_used")));
        } catch (AmbitException | IllegalArgumentException | ArithmeticException e) {
            throw new CorruptRecordException("record " + name + " of space " + space + ": " + e.getMessage());
        }
    }

    static MemoryRecord.State state(int number) {
        return switch (number) {
            case LIVE -> MemoryRecord.State.LIVE;
            case ARCHIVED -> MemoryRecord.State.ARCHIVED;
            case FORGOTTEN -> MemoryRecord.State.FORGOTTEN;
            default -> throw new CorruptRecordException("state " + number + ", expected 0, 1 or 2");
        };
    }

    static int number(MemoryRecord.State state) {
        return switch (state) {
            case LIVE -> LIVE;
            case ARCHIVED -> ARCHIVED;
            case FORGOTTEN -> FORGOTTEN;
        };
    }

    static byte[] bytes(Content content) {
        return Utf8.encode(JsonTree.write(ContentJson.tree(content)));
    }

    static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : Utf8.encode(text);
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        int step = row.getInt("step");
        Integer known = row.wasNull() ? null : step;
        return new Provenance(
                required(row, "author"),
                required(row, "source"),
                required(row, "source_key"),
                text(row, "session"),
                known);
    }

    static String required(ResultSet row, String column) throws SQLException {
        String text = text(row, column);
        if (text == null) {
            throw new CorruptRecordException("no " + column);
        }
        return text;
    }

    static @Nullable String text(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Utf8.decode(bytes);
    }
}
