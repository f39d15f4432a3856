package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.store.RecordingProcess.Acknowledged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        List<Acknowledged> acknowledged = new ArrayList<>();
        try {
            // Both also find the folder empty, and one of them makes the tables.
            for (String name : List.of("one", "two")) {
                processes.add(RecordingProcess.start(folder, name, RECORDS));
            }
            List<Thread> readers = new ArrayList<>();
            for (Process process : processes) {
                readers.add(Thread.startVirtualThread(() -> {
                    try (BufferedReader lines = RecordingProcess.acknowledgements(process)) {
                        List<Acknowledged> own =
                                lines.lines().map(Acknowledged::read).toList();
                        synchronized (acknowledged) {
                            acknowledged.addAll(own);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            for (Thread reader : readers) {
                reader.join();
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
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
