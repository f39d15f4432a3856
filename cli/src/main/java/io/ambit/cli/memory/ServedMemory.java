package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.memory.Memory;
import io.ambit.core.spi.Embedder;
import io.ambit.store.SqliteStores;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Memory for as long as a server runs, with the upkeep that goes with it. */
public final class ServedMemory implements AutoCloseable {
    private final AtomicReference<@Nullable MemoryUpkeep> waker = new AtomicReference<>();
    private final MemoryParts parts;
    private final MemoryUpkeep upkeep;

    /**
     * Opens memory and starts its upkeep.
     *
     * @param stores stay the caller's to close, after this
     */
    public ServedMemory(AmbitHome home, AmbitConfig config, SqliteStores stores) {
        parts = new MemoryParts(home, config.memory(), MemoryParts.embedder(config.memory()), stores, space -> wake());
        upkeep = new MemoryUpkeep(parts.memory(), new Chores(home, parts.memory(), stores).all()).start();
        waker.set(upkeep);
    }

    public Memory memory() {
        return parts.memory();
    }

    /** The model that memory is searched with; null where the settings want none. */
    public @Nullable Embedder embedder() {
        return parts.embedder();
    }

    private void wake() {
        MemoryUpkeep running = waker.get();
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public void close() {
        upkeep.close();
        parts.close();
    }
}
