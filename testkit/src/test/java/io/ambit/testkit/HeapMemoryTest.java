package io.ambit.testkit;

import io.ambit.core.spi.MemoryStore;
import org.junit.jupiter.api.Nested;

class HeapMemoryTest {
    @Nested
    class Records extends RecordContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Selections extends SelectionContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Changes extends ChangeContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Links extends LinkContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Facts extends FactContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class FactHistories extends FactHistoryContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Isolation extends IsolationContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class OfCare extends CareContract {
        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }

    @Nested
    class Keeping extends KeepingContract {
        @Override
        protected MemoryStore emptyStore() {
            return new HeapMemoryStore();
        }

        @Override
        protected MemoryStore openStore() {
            return new HeapMemoryStore();
        }
    }
}
