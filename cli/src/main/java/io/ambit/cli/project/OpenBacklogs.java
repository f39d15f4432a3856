package io.ambit.cli.project;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.spi.BacklogStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The backlogs that are open, each once, by the folder it lies in. Thread-safe. */
final class OpenBacklogs implements AutoCloseable {
    private final Map<Path, Backlog> open = new ConcurrentHashMap<>();
    private final Function<Path, BacklogStore> stores;
    private final Function<Path, ItemSearch> searches;
    private final InstantSource clock;

    OpenBacklogs(Function<Path, BacklogStore> stores, Function<Path, ItemSearch> searches, InstantSource clock) {
        this.stores = stores;
        this.searches = searches;
        this.clock = clock;
    }

    Backlog at(Path folder) {
        return open.computeIfAbsent(folder, at -> new Backlog(stores.apply(at), searches.apply(at), clock));
    }

    @Override
    public void close() {
        open.values().forEach(backlog -> backlog.store().close());
        open.clear();
    }
}
