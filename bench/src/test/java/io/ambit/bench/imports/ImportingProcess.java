package io.ambit.bench.imports;

import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.session.Space;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A process of its own that imports a source, and says on standard output when it has stored a batch. */
final class ImportingProcess {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Space SPACE = new Space("project");

    private ImportingProcess() {}

    static Process start(Path dataFolder, Path source) throws IOException {
        return ChildJvm.start(ImportingProcess.class, dataFolder, source);
    }

    /** Arguments: data folder, source. */
    public static void main(String[] args) {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(Path.of(args[0]))) {
            new MemoryImport(store, RecalledTexts.NONE, InstantSource.fixed(NOW))
                    .run(Path.of(args[1]), null, SPACE, progress -> System.out.println(progress.records()));
        }
    }
}
