package io.ambit.bench.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.testkit.SampleLogs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
    @TempDir
    private Path folder;

    @Test
    void opencode_database_isReadAndLeftAsItWas() throws SQLException, IOException {
        Path file = folder.resolve("store.db");
        try (Connection writer = database(file)) {
            fill(writer);
        }
        byte[] before = Files.readAllBytes(file);

        Heard heard = reading(RecordedInput.of(file));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.ids()).containsExactly("ses_1 part 1 of 2", "ses_1 part 2 of 2");
        assertThat(heard.texts()).anyMatch(text -> text.contains("graceDays = 14"));
        assertThat(heard.skipped.get("opencode")).containsEntry("part snapshot", 1L);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void opencode_databaseThatIsBeingWritten_isReadBesideTheWriter() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Connection writer = database(file);
                Statement statement = writer.createStatement()) {
            fill(writer);
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE session SET time_updated = 5");

            Heard heard = reading(RecordedInput.of(file));

            assertThat(heard.problems).isEmpty();
            assertThat(heard.trajectories).hasSize(2);
            statement.execute("COMMIT");
        }
    }

    @Test
    void opencode_folderOfOlderVersions_isReadAsOne() throws IOException {
        int number = 0;
        for (String line : SampleLogs.OPENCODE.text().lines().toList()) {
            byte[] source = line.getBytes(StandardCharsets.UTF_8);
            Json message = Json.parse(source).get("message");
            String id = message.text("id");
            write("storage/message/ses_1/" + id + ".json", spelled(message, line));
            for (Json part : Json.parse(source).get("parts").items()) {
                write("storage/part/" + id + "/prt_" + (100 + number++) + ".json", spelled(part, line));
            }
        }
        write("storage/session/p/ses_1.json", "{\"id\":\"ses_1\"}");

        List<RecordedInput> inputs = InputFiles.of(List.of(folder.toString()), problem -> {});

        assertThat(inputs).hasSize(1);
        Heard heard = reading(inputs.get(0));
        assertThat(heard.problems).isEmpty();
        assertThat(heard.ids()).containsExactly("ses_1 part 1 of 2", "ses_1 part 2 of 2");
    }

    @Test
    void folder_otherDatabases_areNoRecordings() throws SQLException, IOException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("other.db"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE cats (name TEXT)");
        }
        write("note.db", "no database");

        assertThat(InputFiles.of(List.of(folder.toString()), problem -> {})).isEmpty();
    }

    @Test
    void places_opencodeDatabase_isFoundWithItsSessions() throws SQLException, IOException {
        Files.createDirectories(folder.resolve(".local/share/opencode"));
        try (Connection writer = database(folder.resolve(".local/share/opencode/opencode.db"))) {
            fill(writer);
        }

        List<FoundSession> found = AgentPlaces.find(Map.of(), folder, null);

        assertThat(found).singleElement().satisfies(session -> {
            assertThat(session.agent()).isEqualTo("opencode");
            assertThat(session.lastUsed().toEpochMilli()).isEqualTo(1_772_442_041_000L);
        });
        assertThat(reading(found.get(0).input()).trajectories).hasSize(2);
    }

    private static Heard reading(RecordedInput input) {
        Heard heard = new Heard();
        input.read(InputStream.nullInputStream(), UnaryOperator.identity(), heard);
        return heard;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String spelled(Json json, String line) {
        return new String(
                line.getBytes(StandardCharsets.UTF_8), json.start(), json.end() - json.start(), StandardCharsets.UTF_8);
    }

    private static Connection database(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("CREATE TABLE session (id TEXT, version TEXT, time_updated INTEGER)");
            statement.execute("CREATE TABLE message (id TEXT, session_id TEXT, time_created INTEGER, data TEXT)");
            statement.execute("CREATE TABLE part (id TEXT, message_id TEXT, session_id TEXT, data TEXT)");
            statement.execute("INSERT INTO session VALUES ('ses_1', '1.0', 1772442041000)");
        }
        return connection;
    }

    private static void fill(Connection connection) throws SQLException {
        int number = 0;
        for (String line : SampleLogs.OPENCODE.text().lines().toList()) {
            Json row = Json.parse(line);
            Json message = row.get("message");
            String id = message.text("id");
            insert(connection, "INSERT INTO message VALUES (?, 'ses_1', 1, ?)", id, spelled(message, line));
            for (Json part : row.get("parts").items()) {
                String name = "prt_" + (100 + number++);
                insert(connection, "INSERT INTO part VALUES (?, '" + id + "', 'ses_1', ?)", name, spelled(part, line));
            }
        }
    }

    private static void insert(Connection connection, String sql, String id, String data) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, data);
            statement.executeUpdate();
        }
    }
}
