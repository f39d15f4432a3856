package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.RetriableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one SQLite file: one that writes, under a lock, and a few that read beside it. Other processes
 * may do the same on the same file.
 *
 * <p>In WAL mode with {@code synchronous=NORMAL} a transaction that was committed survives the death of the process; a
 * loss of power may take the last ones and leaves the rest whole.
 */
final class Database implements AutoCloseable {
    /** How long a statement waits for another process's lock. */
    private static final int BUSY_MILLIS = 10_000;

    private static final int READERS = 4;
    /** The WAL is cut back to this after a checkpoint, in bytes. */
    private static final int WAL_BYTES = 16 << 20;

    private static final int CACHE_KIBIBYTES = 16 << 10;
    /** How long emptying the WAL waits for readers; where they are slower, a later checkpoint does it. */
    private static final int EMPTYING_MILLIS = 200;

    private final ReentrantLock writing = new ReentrantLock(true);
    private final Sql writer;
    private volatile boolean closed;
    private final AtomicInteger users = new AtomicInteger(1);
    private final BlockingQueue<Sql> readers = new ArrayBlockingQueue<>(READERS);

    Database(Path file) {
        writer = new Sql(connect(file));
        try {
            // What is forgotten must be gone from the file too. It costs a page's bytes set to zero where one is freed.
            writer.runInSteps("PRAGMA secure_delete=ON");
            for (int r = 0; r < READERS; r++) {
                Sql reader = new Sql(connect(file));
                readers.add(reader);
                reader.run("PRAGMA query_only=ON");
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A connection as all parts of the store use it; the file must exist. */
    static Connection connect(Path file) {
        try {
            return config().createConnection(url(file));
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setJournalSizeLimit(WAL_BYTES);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    /** Runs {@code work} in one transaction that holds the write lock from its start. */
    <T> T write(Function<Sql, T> work) {
        writing.lock();
        try {
            return transact(writer, "BEGIN IMMEDIATE", work);
        } finally {
            writing.unlock();
        }
    }

    /** Runs {@code work} on one unchanging view of the database. */
    <T> T read(Function<Sql, T> work) {
        Sql reader = take();
        try {
            return transact(reader, "BEGIN", work);
        } finally {
            readers.add(reader);
            if (closed) {
                closeIdleReaders();
            }
        }
    }

    private Sql take() {
        try {
            Sql reader = null;
            while (reader == null) {
                if (closed) {
                    throw new AmbitException("database: closed");
                }
                reader = readers.poll(1, TimeUnit.SECONDS);
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetriableException("database: interrupted while waiting to read", e);
        }
    }

    /** Runs what SQLite allows in no transaction. */
    void alone(Consumer<Sql> work) {
        writing.lock();
        try {
            work.accept(writer);
        } finally {
            writing.unlock();
        }
    }

    /** Takes over the WAL into the file and empties it, so that it holds nothing that was overwritten there. */
    void emptyLog() {
        alone(sql -> {
            sql.runInSteps("PRAGMA busy_timeout=" + EMPTYING_MILLIS);
            try {
                sql.runInSteps("PRAGMA wal_checkpoint(TRUNCATE)");
            } finally {
                sql.runInSteps("PRAGMA busy_timeout=" + BUSY_MILLIS);
            }
        });
    }

    private static <T> T transact(Sql sql, String begin, Function<Sql, T> work) {
        sql.run(begin);
        boolean done = false;
        try {
            T result = work.apply(sql);
            sql.run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(sql);
            }
        }
    }

    private static void rollBack(Sql sql) {
        try {
            sql.run("ROLLBACK");
        } catch (AmbitException ignored) {
            // SQLite has rolled back by itself after some errors; the first failure is the one to report.
        }
    }

    /** Every statement that an idle connection has run so far. */
    Set<String> statements() {
        Set<String> all = new TreeSet<>();
        alone(sql -> all.addAll(sql.statements()));
        readers.forEach(reader -> all.addAll(reader.statements()));
        return all;
    }

    private void closeIdleReaders() {
        for (Sql reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
    }

    /** One more user, each of whom is to close it. */
    Database shared() {
        users.incrementAndGet();
        return this;
    }

    /** Where nobody else uses it, closes what is idle at once, and each reader at work when it has done. */
    @Override
    public void close() {
        if (users.decrementAndGet() > 0) {
            return;
        }
        writing.lock();
        try {
            closed = true;
            closeIdleReaders();
            writer.close();
        } finally {
            writing.unlock();
        }
    }
}
