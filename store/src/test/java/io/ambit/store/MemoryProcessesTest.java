package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.store.RememberingProcess.Acknowledged;
import io.ambit.testkit.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory in several processes, and in processes that are killed. {@code -Dambit.crash.kills=200} and
 * {@code -Dambit.twoprocess.records=50000} for the full runs.
 */
class MemoryProcessesTest {
    private static final int KILLS = Integer.getInteger("ambit.crash.kills", 15);
    private static final int RECORDS = Integer.getInteger("ambit.twoprocess.records", 1000);
    /** Far more than a process gets to write before it is killed. */
    private static final int ENDLESS = 1_000_000;

    private static final int MOST_RECORDS = 100;

    @TempDir
    Path folder;

    @Test
    void write_processKilledAtRandomMoments_losesNothingAcknowledged() throws Exception {
        SplittableRandom random = new SplittableRandom(KILLS);
        List<Acknowledged> all = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            all.addAll(writeUntilKilled("run" + kill, random.nextInt(MOST_RECORDS)));
            try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
                assertAllThere(store, all);
                assertThat(store.verify().faults()).isEmpty();
            }
        }
        System.out.println(KILLS + " kills, " + all.size() + " writes acknowledged, none lost");
    }

    private List<Acknowledged> writeUntilKilled(String name, int records) throws IOException, InterruptedException {
        return ChildJvm.killAfter(RememberingProcess.start(folder, name, ENDLESS), records).stream()
                .map(Acknowledged::read)
                .toList();
    }

    @Test
    void write_twoProcessesAtOnce_eachIdIsGivenOnceAndAllIsThere() throws Exception {
        List<Process> processes = new ArrayList<>();
        // Both also find the folder empty, and one of them makes the tables.
        for (String name : List.of("one", "two")) {
            processes.add(RememberingProcess.start(folder, name, RECORDS));
        }
        List<Acknowledged> acknowledged = ChildJvm.printedByAll(processes).stream()
                .map(Acknowledged::read)
                .toList();
        assertThat(acknowledged.stream().map(Acknowledged::id).distinct().count())
                .isEqualTo(2L * RECORDS);
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            assertAllThere(store, acknowledged);
            assertThat(store.verify().faults()).isEmpty();
        }
    }

    /** What one process has acknowledged, another that has had the store open all along reads at once. */
    @Test
    void read_whileAnotherProcessWrites_seesEachAcknowledgedRecord() throws Exception {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            Process process = RememberingProcess.start(folder, "writer", 200);
            Set<RecordId> followed = new HashSet<>();
            long seen = 0;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                String line;
                while ((line = lines.readLine()) != null) {
                    RecordId id = Acknowledged.read(line).id();
                    assertThat(store.find(Space.DEFAULT, id).isPresent() || store.isForgotten(Space.DEFAULT, id))
                            .as("%s", line)
                            .isTrue();
                    for (Change change : store.changes(Space.DEFAULT, seen, Integer.MAX_VALUE)) {
                        followed.add(change.id());
                        seen = change.sequence();
                    }
                    assertThat(followed).contains(id);
                }
                assertThat(process.waitFor()).isZero();
            } finally {
                process.destroyForcibly();
            }
            assertThat(followed).hasSize(400);
        }
    }

    private static void assertAllThere(SqliteMemoryStore store, List<Acknowledged> acknowledged) {
        Map<RecordId, List<String>> texts = new HashMap<>();
        acknowledged.forEach(
                one -> texts.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one.text()));
        texts.forEach((id, said) -> {
            String last = said.getLast();
            MemoryRecord record = store.find(Space.DEFAULT, id).orElse(null);
            if (record == null) {
                // The last of a killed process may be one that it forgot and had no time to say so.
                assertThat(store.isForgotten(Space.DEFAULT, id)).as("%s", id).isTrue();
            } else {
                assertThat(last).as("%s", id).isNotEqualTo(Acknowledged.FORGOTTEN);
                assertThat(record.content().text()).as("%s", id).isIn(last, "changed " + last);
            }
        });
    }
}
