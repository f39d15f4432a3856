package io.ambit.store;

import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Ledger, memory and its journal, what is known of tools, of one data folder, over the same connections. Each is closed
 * by itself; the connections close with the last of them.
 */
public record SqliteStores(
        SqliteLedger ledger,
        SqliteMemoryStore memory,
        SqliteMemoryJournal journal,
        SqliteToolStore tools,
        SqliteUsageStore usage,
        SqliteToolPatternStore patterns)
        implements AutoCloseable {

    /**
     * Opens all.
     *
     * @throws io.ambit.core.error.AmbitException where the folder cannot be used, or a newer program has written the
     *     database
     */
    public static SqliteStores open(Path dataFolder) {
        Database database = new Database(Schema.CURRENT.prepare(dataFolder));
        return new SqliteStores(
                SqliteLedger.on(database, new SecureRandom()),
                SqliteMemoryStore.on(database.shared()),
                SqliteMemoryJournal.on(database.shared()),
                SqliteToolStore.on(database.shared()),
                SqliteUsageStore.on(database.shared()),
                SqliteToolPatternStore.on(database.shared()));
    }

    @Override
    public void close() {
        ledger.close();
        memory.close();
        journal.close();
        tools.close();
        usage.close();
        patterns.close();
    }
}
