package io.ambit.cli.project;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TextVectors;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.store.backlog.BacklogFolder;
import io.ambit.store.backlog.MarkdownBacklog;
import io.ambit.store.index.Analysis;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The backlogs that are open. Files are read once for each folder; what was derived from them, and when they were
 * opened, is kept for each space by itself. Thread-safe.
 */
final class OpenBacklogs implements AutoCloseable {
    private final Map<Path, MarkdownBacklog> stores = new ConcurrentHashMap<>();
    private final Map<Place, Opened> open = new ConcurrentHashMap<>();
    private final Supplier<SqliteMemoryStore> database;
    private final @Nullable Embedder embedder;
    private final Patience patience;
    private final InstantSource clock;

    /** A folder of items, as one space has it. */
    private record Place(Space space, Path docs) {}

    private record Opened(Backlog backlog, DeferredSearch search) {}

    /**
     * Opens nothing yet.
     *
     * @param database keeps vectors, and when items were opened
     * @param embedder null for search by words alone
     * @param patience of the first question
     */
    OpenBacklogs(
            Supplier<SqliteMemoryStore> database, @Nullable Embedder embedder, Patience patience, InstantSource clock) {
        this.database = database;
        this.embedder = embedder;
        this.patience = patience;
        this.clock = clock;
    }

    Backlog at(Space space, BacklogFolder folder) {
        return open.computeIfAbsent(new Place(space, folder.docs()), place -> open(space, folder))
                .backlog();
    }

    private Opened open(Space space, BacklogFolder folder) {
        MarkdownBacklog store = stores.computeIfAbsent(folder.docs(), docs -> MarkdownBacklog.open(folder, clock));
        DeferredSearch search = new DeferredSearch(() -> search(space), patience);
        DeferredAccesses accesses = new DeferredAccesses(() -> database.get().itemAccesses(space));
        return new Opened(new Backlog(store, search, accesses, clock), search);
    }

    private BacklogSearch search(Space space) {
        Embedder model = embedder;
        if (model == null) {
            return BacklogSearch.byWords(new Analysis());
        }
        TextVectors vectors = database.get().textVectors(space);
        return BacklogSearch.open(new Analysis(), model, vectors);
    }

    @Override
    public void close() {
        open.values().forEach(opened -> opened.search().close());
        open.clear();
        stores.values().forEach(MarkdownBacklog::close);
        stores.clear();
    }
}
