package io.ambit.cli.project;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A search that is opened at the first question. */
final class DeferredSearch implements ItemSearch, AutoCloseable {
    private final Supplier<BacklogSearch> opening;
    private @Nullable BacklogSearch opened;

    DeferredSearch(Supplier<BacklogSearch> opening) {
        this.opening = opening;
    }

    @Override
    public List<FoundItem> search(Snapshot snapshot, FindRequest request) {
        return opened().search(snapshot, request);
    }

    private synchronized BacklogSearch opened() {
        BacklogSearch search = opened;
        if (search == null) {
            search = opening.get();
            opened = search;
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
