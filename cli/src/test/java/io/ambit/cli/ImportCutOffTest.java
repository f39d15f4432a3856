package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.ContentJson;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.text.JsonTree;
import io.ambit.store.SqliteMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in an import of LoCoMo's file, as a user presses it: what was read stays, and the same command goes on. */
class ImportCutOffTest {
    private static final Space SPACE = new Space("cut");
    private static final int SESSIONS = 60;
    private static final int TURNS = 100;

    @TempDir
    private Path folder;

    @Test
    void import_interruptedAndRunAgain_endsAsOneThatWasNot() throws Exception {
        Path file = folder.resolve("locomo.json");
        Files.writeString(file, locomo());
        Path uncut = folder.resolve("uncut");
        assertThat(ambit(uncut, file).waitFor()).isZero();
        List<String> expected = records(uncut);
        assertThat(expected).hasSize(SESSIONS * TURNS);

        Path cut = folder.resolve("cut");
        Process first = ambit(cut, file);
        await(first, cut);
        new ProcessBuilder("kill", "-INT", Long.toString(first.pid())).start().waitFor();
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isNotZero();
        int kept = records(cut).size();
        assertThat(kept).as("records kept").isBetween(1, SESSIONS * TURNS);

        assertThat(ambit(cut, file).waitFor()).isZero();
        assertThat(records(cut)).isEqualTo(expected);
        System.out.println("cut off after " + kept + " of " + expected.size() + " records");
    }

    /** Until something is stored: then the import is under way. */
    private static void await(Process process, Path home) throws InterruptedException {
        while (process.isAlive() && count(home) == 0) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private static long count(Path home) {
        if (!Files.exists(home.resolve("ambit.db"))) {
            return 0;
        }
        try (SqliteMemoryStore store = SqliteMemoryStore.open(home)) {
            return store.count(SPACE, RecordSelection.LIVE);
        }
    }

    private static List<String> records(Path home) {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(home)) {
            return store.list(SPACE, RecordSelection.LIVE.withArchived()).stream()
                    .map(ImportCutOffTest::line)
                    .toList();
        }
    }

    private static String line(MemoryRecord record) {
        return record.id() + " " + record.provenance() + " " + record.time() + " "
                + JsonTree.write(ContentJson.tree(record.content()));
    }

    private Process ambit(Path home, Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "memory",
                "import",
                file.toString(),
                "--space",
                SPACE.id());
        builder.environment().put("AMBIT_HOME", home.toString());
        builder.environment().put("AMBIT_MEMORY_EMBEDDER", "none");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.log").toFile())
                .start();
    }

    private static String locomo() {
        Map<String, Object> conversation = JsonTree.object("speaker_a", "Ann", "speaker_b", "Bob");
        for (int s = 1; s <= SESSIONS; s++) {
            conversation.put("session_" + s + "_date_time", "1:56 pm on " + (1 + s % 28) + " May, 2023");
            List<Object> turns = new ArrayList<>();
            for (int t = 1; t <= TURNS; t++) {
                turns.add(JsonTree.object(
                        "speaker",
                        t % 2 == 0 ? "Ann" : "Bob",
                        "dia_id",
                        "D" + s + ":" + t,
                        "text",
                        "Turn " + t + " of session " + s + " about the orchard and its quinces"));
            }
            conversation.put("session_" + s, turns);
        }
        return JsonTree.write(List.of(JsonTree.object("sample_id", "conv-1", "conversation", conversation)));
    }
}
