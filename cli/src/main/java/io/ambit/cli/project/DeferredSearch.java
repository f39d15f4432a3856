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
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Supplier<BacklogSearch> opening;
    private final Patience patience;
    private @Nullable BacklogSearch opened;

    /** @param patience of the first question */
    DeferredSearch(Supplier<BacklogSearch> opening, Patience patience) {
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
            if (patience.most().isPositive()) {
                search.prepare(snapshot);
                await(search);
            }
        }
        return search;
    }

    private void await(BacklogSearch search) {
        Duration left = patience.most();
        while (left.isPositive() && !search.await(LOOK) && search.problem().isEmpty()) {
            patience.waiting().accept(search.waiting());
            left = left.minus(LOOK);
        }
        patience.waiting().accept(0);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
