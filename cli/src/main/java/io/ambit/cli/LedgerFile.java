package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.spi.Ledger;
import io.ambit.store.SqliteLedger;

/** Opens the ledger of a data folder. */
final class LedgerFile {
    private LedgerFile() {}

    static Ledger open(AmbitHome home) {
        home.createLogs();
        return SqliteLedger.open(home.folder());
    }
}
