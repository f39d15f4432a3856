package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitConfig.Remembering;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.models.DeferredEmbedder;
import io.ambit.store.SqliteStores;
import io.ambit.store.index.LuceneIndex;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Memory of a data folder, put together of store, index and model; taken apart in the opposite order. */
final class MemoryParts implements AutoCloseable {
    private final @Nullable Embedder embedder;
    private final LuceneIndex index;
    private final Memory memory;

    /**
     * Opens memory.
     *
     * @param stores stay the caller's to close, after this
     * @param written told of each space that something was written in
     */
    MemoryParts(AmbitHome home, Remembering settings, SqliteStores stores, Consumer<Space> written) {
        embedder = settings.embedder().equals(Remembering.NONE) ? null : new DeferredEmbedder();
        index = LuceneIndex.open(
                home.index(), stores.memory(), embedder, stores.memory().vectors());
        memory = new Memory(
                stores.memory(),
                stores.memory(),
                index,
                stores.journal(),
                new BpeTokenCounter(),
                readable(settings.reads()),
                Clock.systemUTC(),
                written);
    }

    /** Pairs of a reader and what it reads. */
    private static ReadableSpaces readable(List<String> pairs) {
        Map<Space, List<Space>> readers = new HashMap<>();
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            readers.computeIfAbsent(new Space(pair.substring(0, colon)), reader -> new ArrayList<>())
                    .add(new Space(pair.substring(colon + 1)));
        }
        return new ReadableSpaces(readers);
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        index.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
