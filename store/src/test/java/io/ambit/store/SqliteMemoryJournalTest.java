package io.ambit.store;

import io.ambit.core.spi.MemoryJournal;
import io.ambit.testkit.MemoryJournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteMemoryJournalTest extends MemoryJournalContract {
    @TempDir
    Path folder;

    @Override
    protected MemoryJournal open() {
        return SqliteMemoryJournal.open(folder);
    }
}
