package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitConfig.Remembering;
import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.store.SqliteStores;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Memory for the length of one command: opened when it is first asked for, and what was written is in the index when
 * the command ends. Thread-safe.
 */
public final class OpenMemory implements AutoCloseable {
    private final Set<Space> written = ConcurrentHashMap.newKeySet();
    private final AmbitHome home;
    private final Remembering settings;
    private final @Nullable Embedder embedder;
    private @Nullable Opened opened;
    private @Nullable MemoryUpkeep upkeep;

    private record Opened(SqliteStores stores, MemoryParts parts) {}

    private OpenMemory(Terminal terminal) {
        home = terminal.home();
        settings = terminal.config().memory();
        embedder = MemoryParts.embedder(settings);
    }

    public static OpenMemory of(Terminal terminal) {
        return new OpenMemory(terminal);
    }

    public Memory memory() {
        return opened().parts().memory();
    }

    public SqliteStores stores() {
        return opened().stores();
    }

    /** The model that memory is searched with, which opens nothing; null where the settings want none. */
    public @Nullable Embedder embedder() {
        return embedder;
    }

    /**
     * Has model and index made ready in the background, and the index kept up with what is written from then on.
     * Returns at once.
     */
    public synchronized void warmUp() {
        if (upkeep == null) {
            upkeep = new MemoryUpkeep(opened().parts().memory(), List.of()).start();
        }
    }

    private synchronized Opened opened() {
        Opened open = opened;
        if (open == null) {
            home.createLogs();
            SqliteStores stores = SqliteStores.open(home.folder());
            try {
                open = new Opened(stores, new MemoryParts(home, settings, embedder, stores, written::add));
            } catch (RuntimeException e) {
                stores.close();
                throw e;
            }
            opened = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Opened open = opened;
        if (upkeep != null) {
            upkeep.close();
        }
        if (open == null) {
            if (embedder != null) {
                embedder.close();
            }
            return;
        }
        SqliteStores stores = open.stores();
        MemoryParts parts = open.parts();
        try (stores;
                parts) {
            written.forEach(space -> parts.memory().index().catchUp(space, done -> {}));
        }
    }
}
