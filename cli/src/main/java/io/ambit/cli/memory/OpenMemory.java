package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.store.SqliteStores;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Memory for the length of one command: what it wrote is in the index when the command ends. */
final class OpenMemory implements AutoCloseable {
    private final Set<Space> written = ConcurrentHashMap.newKeySet();
    private final SqliteStores stores;
    private final MemoryParts parts;

    private OpenMemory(Terminal terminal) {
        AmbitHome home = terminal.home();
        home.createLogs();
        stores = SqliteStores.open(home.folder());
        try {
            parts = new MemoryParts(home, terminal.config().memory(), stores, written::add);
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    static OpenMemory of(Terminal terminal) {
        return new OpenMemory(terminal);
    }

    Memory memory() {
        return parts.memory();
    }

    SqliteStores stores() {
        return stores;
    }

    @Override
    public void close() {
        try (stores;
                parts) {
            written.forEach(space -> parts.memory().index().catchUp(space, done -> {}));
        }
    }
}
