package io.ambit.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as 12 bytes that sort as time does: seconds since 1970 with the sign bit turned, then nanoseconds. Facts reach
 * into any century, which a count of nanoseconds does not.
 */
final class TimeBytes {
    private static final int LENGTH = 12;

    private TimeBytes() {}

    static byte @Nullable [] of(@Nullable Instant time) {
        return time == null
                ? null
                : ByteBuffer.allocate(LENGTH)
                        .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                        .putInt(time.getNano())
                        .array();
    }

    /**
     * The time in a column; null where it holds none.
     *
     * @throws CorruptRecordException where it holds something else
     */
    static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        if (bytes.length == LENGTH) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            try {
                return Instant.ofEpochSecond(in.getLong() ^ Long.MIN_VALUE, in.getInt());
            } catch (DateTimeException | ArithmeticException e) {
                // said below
            }
        }
        throw new CorruptRecordException("no time in " + column);
    }

    /**
     * The time in a column.
     *
     * @throws CorruptRecordException where there is none
     */
    static Instant read(ResultSet row, String column) throws SQLException {
        Instant time = readOrNull(row, column);
        if (time == null) {
            throw new CorruptRecordException("no time in " + column);
        }
        return time;
    }
}
