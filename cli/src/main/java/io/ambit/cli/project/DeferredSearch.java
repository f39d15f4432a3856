package io.ambit.cli.project;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A search that is opened at the first question, which may wait until items can be found by meaning. */
final class DeferredSearch implements ItemSearch, AutoCloseable {
    private final Supplier<BacklogSearch> opening;
    private final Duration patience;
    private @Nullable BacklogSearch opened;

    /** @param patience how long the first question waits for the vectors of items that have none yet */
    DeferredSearch(Supplier<BacklogSearch> opening, Duration patience) {
        this.opening = opening;
        this.patience = patience;
    }

    @Override
    public List<FoundItem> search(Snapshot snapshot, FindRequest request) {
        return opened(snapshot).search(snapshot, request);
    }

    private synchronized BacklogSearch opened(Snapshot snapshot) {
        BacklogSearch search = opened;
        if (search == null) {
            search = opening.get();
            opened = search;
            if (patience.isPositive()) {
                search.prepare(snapshot);
                search.await(patience);
            }
        }
        return search;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
