package io.ambit.bench.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** An SQLite file of another program, which may be at work on it: read, never written, never locked against it. */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SqliteFile() {}

    /** Whether {@code file} begins as SQLite files do. */
    static boolean is(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false; // opening it says what is wrong
        }
    }

    /**
     * Opens it. Where no other program has unwritten changes beside it the file is taken as one that does not change:
     * then nothing is locked and no file is made. Else its log of changes is read too, as a reader beside the writer.
     */
    static Connection open(Path file) throws SQLException {
        String path = file.toAbsolutePath().toUri().getRawPath();
        return DriverManager.getConnection(
                "jdbc:sqlite:file:" + path + (hasChangesBeside(file) ? "?mode=ro" : "?immutable=1"));
    }

    private static boolean hasChangesBeside(Path file) {
        try {
            return Files.size(file.resolveSibling(file.getFileName() + "-wal")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
