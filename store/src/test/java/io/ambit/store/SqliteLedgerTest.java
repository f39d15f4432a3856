package io.ambit.store;

import io.ambit.core.spi.Ledger;
import io.ambit.testkit.LedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    protected Ledger openLedger() {
        return SqliteLedger.open(folder.resolve("data"));
    }
}
