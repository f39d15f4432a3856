package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step writes depends on what is new in it, and not on how long the session is. */
class GrowthTest {
    private static final List<String> TABLES = List.of(
            "blocks",
            "messages",
            "parts",
            "sessions",
            "chain",
            "tool_calls",
            "outputs",
            "steps",
            "usages",
            "decisions");

    @TempDir
    Path folder;

    @Test
    void step_historySentAgain_writesOnlyWhatIsNew() {
        try (SqliteLedger ledger = SqliteLedger.open(folder)) {
            Conversation talk = Conversation.about(Space.DEFAULT, null, "task");
            SplittableRandom random = new Seed(1).random();
            for (int s = 0; s < 20; s++) {
                step(ledger, talk, random, s);
            }
            Map<String, Long> before = rows();

            step(ledger, talk, random, 20);

            Map<String, Long> added = rows();
            before.forEach((table, count) -> added.merge(table, -count, Long::sum));
            assertThat(added)
                    .isEqualTo(Map.of(
                            "blocks",
                            2L,
                            "messages",
                            2L,
                            "parts",
                            2L,
                            "sessions",
                            0L,
                            "chain",
                            2L,
                            "tool_calls",
                            1L,
                            "outputs",
                            1L,
                            "steps",
                            1L,
                            "usages",
                            1L,
                            "decisions",
                            1L));
        }
    }

    @Test
    void step_450OfThem_growLinearly() {
        long[] rows = new long[3];
        long[] bytes = new long[3];
        try (SqliteLedger ledger = SqliteLedger.open(folder)) {
            Conversation talk = Conversation.about(Space.DEFAULT, null, "task");
            SplittableRandom random = new Seed(2).random();
            for (int s = 0; s < 450; s++) {
                step(ledger, talk, random, s);
                if ((s + 1) % 150 == 0) {
                    int third = s / 150;
                    rows[third] =
                            rows().values().stream().mapToLong(Long::longValue).sum();
                    bytes[third] = bytes();
                }
            }
            assertThat(ledger.sessions(Space.DEFAULT)).hasSize(1);
        }
        assertThat(rows[2] - rows[1]).isEqualTo(rows[1] - rows[0]);
        double first = bytes[1] - bytes[0];
        assertThat((bytes[2] - bytes[1]) / first).isBetween(0.9, 1.1);
        System.out.println("450 steps: " + rows[2] + " rows, " + bytes[2] + " bytes");
    }

    private static void step(SqliteLedger ledger, Conversation talk, SplittableRandom random, int number) {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            output.append((char) ('!' + random.nextInt(90)));
        }
        talk.tool("call_" + number, "read", "{\"page\":" + number + "}", output.toString());
        OutputId id = OutputId.of(Hash.of(output.toString()), OutputId.MIN_LENGTH);
        ledger.finish(
                talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "page " + number, 300))),
                Conversation.end(null));
    }

    private Map<String, Long> rows() {
        try (Database database = new Database(folder.resolve("ambit.db"))) {
            Map<String, Long> rows = new TreeMap<>();
            for (String table : TABLES) {
                rows.put(table, database.read(sql -> sql.number("SELECT COUNT(*) FROM " + table, 0)));
            }
            return rows;
        }
    }

    private long bytes() {
        try (Database database = new Database(folder.resolve("ambit.db"))) {
            return database.read(sql -> sql.number("PRAGMA page_count", 0) * sql.number("PRAGMA page_size", 0));
        }
    }
}
