package io.ambit.testkit;

import io.ambit.core.spi.MemoryJournal;

class HeapMemoryJournalTest extends MemoryJournalContract {
    @Override
    protected MemoryJournal open() {
        return new HeapMemoryJournal();
    }
}
