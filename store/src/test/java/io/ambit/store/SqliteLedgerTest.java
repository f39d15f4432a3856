package io.ambit.store;

import io.ambit.core.spi.Ledger;
import io.ambit.testkit.LedgerKeepingContract;
import io.ambit.testkit.LedgerOutputsContract;
import io.ambit.testkit.LedgerSessionsContract;
import io.ambit.testkit.LedgerStepsContract;
import io.ambit.testkit.LedgerViewsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {
    @TempDir
    Path folder;

    private Ledger open() {
        return SqliteLedger.open(folder.resolve("data"));
    }

    @Nested
    class Sessions extends LedgerSessionsContract {
        @Override
        protected Ledger openLedger() {
            return open();
        }
    }

    @Nested
    class Steps extends LedgerStepsContract {
        @Override
        protected Ledger openLedger() {
            return open();
        }
    }

    @Nested
    class Outputs extends LedgerOutputsContract {
        @Override
        protected Ledger openLedger() {
            return open();
        }
    }

    @Nested
    class Views extends LedgerViewsContract {
        @Override
        protected Ledger openLedger() {
            return open();
        }
    }

    @Nested
    class Keeping extends LedgerKeepingContract {
        @Override
        protected Ledger openLedger() {
            return open();
        }
    }
}
