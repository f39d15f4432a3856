package io.ambit.store;

import io.ambit.core.spi.MemoryStore;
import io.ambit.testkit.ChangeContract;
import io.ambit.testkit.FactContract;
import io.ambit.testkit.LinkContract;
import io.ambit.testkit.RecordContract;
import io.ambit.testkit.SelectionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteMemoryTest {
    @TempDir
    Path folder;

    @Nested
    class Records extends RecordContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Selections extends SelectionContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Changes extends ChangeContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Links extends LinkContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Facts extends FactContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }
}
