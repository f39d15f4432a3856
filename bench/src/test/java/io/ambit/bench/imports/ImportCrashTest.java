package io.ambit.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.spi.RecordSelection;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.Seed;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an importing process, again and again, and then lets it come to its end. */
class ImportCrashTest {
    private static final int KILLS = Integer.getInteger("ambit.crash.kills", 5);

    @TempDir
    private Path folder;

    @Test
    void run_processKilledAnywhere_endsWithTheRecordsOfAnUncutRun() throws Exception {
        Path source = new ImportSources(folder).locomo();
        Path data = folder.resolve("data");
        SplittableRandom random = new Seed(KILLS).random();
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(ImportingProcess.start(data, source), 1 + random.nextInt(3));
        }
        assertThat(ImportingProcess.start(data, source).waitFor()).isZero();

        HeapMemoryStore uncut = new HeapMemoryStore();
        new MemoryImport(uncut, RecalledTexts.NONE, InstantSource.fixed(ImportingProcess.NOW))
                .run(source, null, ImportingProcess.SPACE, ImportProgress.Listener.NONE);
        List<MemoryRecord> expected = uncut.list(ImportingProcess.SPACE, RecordSelection.LIVE);
        assertThat(expected).hasSize(540);
        try (SqliteMemoryStore store = SqliteMemoryStore.open(data)) {
            assertThat(store.list(ImportingProcess.SPACE, RecordSelection.LIVE)).isEqualTo(expected);
            assertThat(store.verify().faults()).isEmpty();
        }
    }

    /** Kills it once it has said that so many batches are stored, or at its end: its next one is under way by then. */
    private static void killAfter(Process process, int batches) throws Exception {
        try (BufferedReader lines = process.inputReader()) {
            for (int b = 0; b < batches && lines.readLine() != null; b++) {
                // read on
            }
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
