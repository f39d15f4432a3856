package io.ambit.store;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/**
 * The version of the database's tables, and the way from an older one. Flyway runs the scripts; because its start
 * costs more than all the rest of opening, it is asked only where SQLite's {@code user_version}, which each script sets
 * in its own transaction, says that there is something to do.
 *
 * @param location where the scripts lie on the class path
 * @param version what the newest of them sets
 */
record Schema(String location, int version) {
    static final Schema CURRENT = new Schema("io/ambit/store/schema", 8);

    private static final String FILE = "ambit.db";
    private static final Object ONE_AT_A_TIME = new Object();

    /** Makes folder and database ready for use; returns the database's file. */
    Path prepare(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            create(folder, file);
            int found = versionOf(file);
            if (found < version) {
                migrate(folder, file);
            } else if (found > version) {
                throw new AmbitException("database " + file + " has version " + found + ", this program reads up to "
                        + version + ": use a newer program");
            }
            return file;
        } catch (IOException e) {
            throw new AmbitException("data folder " + folder + " cannot be used: " + e, e);
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    private static void create(Path folder, Path file) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions("rwx------"));
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, permissions("rw-------"));
            } catch (FileAlreadyExistsException e) {
                // another process was faster
            }
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static int versionOf(Path file) throws SQLException {
        try (Connection connection = Database.connect(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private void migrate(Path folder, Path file) throws IOException, SQLException {
        Path lockFile = folder.resolve(FILE + ".migration-lock");
        synchronized (ONE_AT_A_TIME) {
            if (!Files.exists(lockFile)) {
                try {
                    Files.createFile(lockFile, permissions("rw-------"));
                } catch (FileAlreadyExistsException e) {
                    // another process was faster
                }
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                int found = versionOf(file);
                if (found == 0) {
                    // Both must be set before the first table; the order matters too.
                    execute(file, "PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL");
                } else if (found < version) {
                    backUp(file, folder.resolve(FILE + ".bak-v" + found));
                }
                if (found < version && lock.isValid()) {
                    runFlyway(file);
                }
            }
        }
    }

    private void runFlyway(Path file) {
        SQLiteDataSource source = new SQLiteDataSource(Database.config());
        source.setUrl(Database.url(file));
        try {
            Flyway.configure()
                    .loggers("slf4j")
                    .dataSource(source)
                    .locations("classpath:" + location)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new AmbitException(
                    "database " + file + " cannot be brought to version " + version + ": " + e.getMessage(), e);
        }
    }

    /** A whole copy, what stands only in the WAL included. */
    private static void backUp(Path file, Path copy) throws IOException, SQLException {
        Path unfinished = copy.resolveSibling(copy.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, permissions("rw-------"));
        try (Connection connection = Database.connect(file);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, unfinished.toString());
            statement.execute();
        }
        Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = Database.connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
