package io.ambit.store.index;

import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryStore;
import io.ambit.testkit.MemoryIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, by words only. */
class LuceneIndexTest extends MemoryIndexContract {
    @TempDir
    Path folder;

    @Override
    protected MemoryIndex openIndex(MemoryStore over) {
        return LuceneIndex.open(folder, over, null, VectorCache.NONE);
    }
}
