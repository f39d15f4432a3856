package io.ambit.store;

import io.ambit.core.spi.BlockStore;
import io.ambit.core.spi.MemoryStore;
import io.ambit.testkit.BlockContract;
import io.ambit.testkit.CareContract;
import io.ambit.testkit.ChangeContract;
import io.ambit.testkit.FactContract;
import io.ambit.testkit.FactHistoryContract;
import io.ambit.testkit.IsolationContract;
import io.ambit.testkit.KeepingContract;
import io.ambit.testkit.LinkContract;
import io.ambit.testkit.RecordContract;
import io.ambit.testkit.SelectionContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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

    @Nested
    class FactHistories extends FactHistoryContract {
        @Override
        protected int histories() {
            return Integer.getInteger("ambit.fact.histories", 1_000);
        }

        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Isolation extends IsolationContract {
        @Override
        protected int reads() {
            return Integer.getInteger("ambit.isolation.reads", 20_000);
        }

        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Blocks extends BlockContract {
        private @Nullable SqliteMemoryStore store;

        @Override
        protected BlockStore openStore() {
            store = SqliteMemoryStore.open(folder);
            return store;
        }

        @AfterEach
        void close() {
            Objects.requireNonNull(store).close();
        }
    }

    @Nested
    class OfCare extends CareContract {
        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }

    @Nested
    class Keeping extends KeepingContract {
        private int stores;

        @Override
        protected MemoryStore emptyStore() {
            return SqliteMemoryStore.open(folder.resolve("empty" + stores++));
        }

        @Override
        protected MemoryStore openStore() {
            return SqliteMemoryStore.open(folder);
        }
    }
}
