package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.store.RecordingProcess.Acknowledged;
import io.ambit.testkit.ChildJvm;
import io.ambit.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the writing process, again and again on the same data. {@code -Dambit.crash.kills=200} for the full run. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("ambit.crash.kills", 20);
    /** Far more than a process gets to write before it is killed. */
    private static final int ENDLESS = 1_000_000;

    private static final int MOST_RECORDS = 120;

    @TempDir
    Path folder;

    @Test
    void record_processKilledAtRandomMoments_losesNothingAcknowledged() throws Exception {
        SplittableRandom random = new Seed(KILLS).random();
        List<Acknowledged> all = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<Acknowledged> before = recordUntilKilled("run " + kill, random.nextInt(MOST_RECORDS));
            all.addAll(before);
            try (SqliteLedger ledger = SqliteLedger.open(folder)) {
                Acknowledgements.assertAllThere(ledger, before);
            }
        }
        try (SqliteLedger ledger = SqliteLedger.open(folder)) {
            Acknowledgements.assertAllThere(ledger, all);
            assertThat(ledger.verify().faults()).isEmpty();
            int steps = ledger.sessions(Space.DEFAULT).stream()
                    .mapToInt(SessionRecord::steps)
                    .sum();
            // Each kill may have caught one step that was recorded and not yet acknowledged.
            assertThat(steps).isBetween(all.size(), all.size() + KILLS);
            System.out.println(KILLS + " kills, " + all.size() + " records acknowledged, " + steps + " recorded");
        }
    }

    /** Kills a process once it has acknowledged so many records: its next ones are under way by then. */
    private List<Acknowledged> recordUntilKilled(String name, int records) throws IOException, InterruptedException {
        return ChildJvm.killAfter(RecordingProcess.start(folder, name, ENDLESS), records).stream()
                .map(Acknowledged::read)
                .toList();
    }
}
