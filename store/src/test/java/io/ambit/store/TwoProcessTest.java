package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.store.RecordingProcess.Acknowledged;
import io.ambit.testkit.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes write to one data folder. {@code -Dambit.twoprocess.records=50000} for the full run. */
class TwoProcessTest {
    private static final int RECORDS = Integer.getInteger("ambit.twoprocess.records", 2000);

    @TempDir
    Path folder;

    @Test
    void record_twoProcessesAtOnce_allIsThere() throws Exception {
        List<Process> processes = new ArrayList<>();
        // Both also find the folder empty, and one of them makes the tables.
        for (String name : List.of("one", "two")) {
            processes.add(RecordingProcess.start(folder, name, RECORDS));
        }
        List<Acknowledged> acknowledged = ChildJvm.printedByAll(processes).stream()
                .map(Acknowledged::read)
                .toList();
        assertThat(acknowledged).hasSize(2 * RECORDS);
        try (SqliteLedger ledger = SqliteLedger.open(folder)) {
            Acknowledgements.assertAllThere(ledger, acknowledged);
            assertThat(ledger.sessions(Space.DEFAULT).stream()
                            .mapToInt(SessionRecord::steps)
                            .sum())
                    .isEqualTo(2 * RECORDS);
            assertThat(ledger.verify().faults()).isEmpty();
        }
    }
}
