package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statements on one connection, each prepared once. A step writes some fifteen rows within a fraction of a millisecond,
 * which leaves no room for preparing them anew. Used by one thread at a time.
 */
final class Sql implements AutoCloseable {

    /** Makes a value of the current row. It must not run the statement that it is called for. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement; returns how many rows it changed. */
    int run(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement to its end that does its work in steps, as {@code PRAGMA incremental_vacuum} does. */
    void runInSteps(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    /** Runs a query. */
    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The same, without the rows that are damaged: they are logged, and what is left is read. */
    <T> List<T> readable(String sql, Row<T> row, @Nullable Object... values) {
        List<T> all = new ArrayList<>();
        list(
                sql,
                damaged -> {
                    try {
                        return all.add(row.read(damaged));
                    } catch (AmbitException | IllegalArgumentException e) {
                        LOG.warn("a record is skipped: {} (of: {})", e.getMessage(), sql);
                        return false;
                    }
                },
                values);
        return all;
    }

    /** The first row of a query. */
    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The number in the first row's first column, or {@code otherwise} where there is no row or no number. */
    long number(String sql, long otherwise, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            if (rows.next()) {
                long value = rows.getLong(1);
                return rows.wasNull() ? otherwise : value;
            }
            return otherwise;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Every statement run so far. */
    Set<String> statements() {
        return Set.copyOf(prepared.keySet());
    }

    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    /** The hash in a column, or null where there is none that is whole. */
    static @Nullable Hash hashOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null || bytes.length != 32 ? null : Hash.ofDigest(bytes);
    }

    /**
     * The hash in a column.
     *
     * @throws CorruptRecordException where there is none that is whole
     */
    static Hash hash(ResultSet row, String column) throws SQLException {
        Hash hash = hashOrNull(row, column);
        if (hash == null) {
            throw new CorruptRecordException("no hash in " + column);
        }
        return hash;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    /** The driver ends a statement that failed for good, as on a full disk: the next run prepares it anew. */
    private AmbitException failed(String sql, SQLException cause) {
        try (var _ = prepared.remove(sql)) {
            return Faults.of(cause);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return Faults.of(cause);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Double number -> statement.setDouble(at, number);
            case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
            case String text -> statement.setString(at, text);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Hash hash -> statement.setBytes(at, hash.bytes());
            case Instant instant -> statement.setLong(at, nanos(instant));
            case Duration duration -> statement.setLong(at, duration.toNanos());
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }
}
