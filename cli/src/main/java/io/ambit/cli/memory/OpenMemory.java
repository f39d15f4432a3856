package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.store.SqliteStores;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Memory for the length of one command: what it writes is in the index when the command ends. */
final class OpenMemory implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Set<Space> written = new LinkedHashSet<>();
    private final Memory memory;

    private OpenMemory(Terminal terminal) {
        AmbitHome home = terminal.home();
        home.createLogs();
        SqliteStores stores = SqliteStores.open(home.folder());
        parts.push(stores);
        MemoryIndex index = MemoryWiring.index(home, terminal.config().memory(), stores.memory());
        parts.push(index);
        memory = new Memory(stores.memory(), stores.memory(), index, Clock.systemUTC(), written::add);
    }

    static OpenMemory of(Terminal terminal) {
        return new OpenMemory(terminal);
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        for (Space space : written) {
            memory.index().catchUp(space, done -> {});
        }
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
