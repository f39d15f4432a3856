package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitConfig.Remembering;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.MemoryIndex;
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
    private final MemoryIndex index;
    private final Memory memory;

    /**
     * Opens memory.
     *
     * @param embedder null for words only; closed with this
     * @param stores stay the caller's to close, after this
     * @param written told of each space that something was written in
     */
    MemoryParts(
            AmbitHome home,
            Remembering settings,
            @Nullable Embedder embedder,
            SqliteStores stores,
            Consumer<Space> written) {
        this.embedder = embedder;
        index = new DeferredIndex(() -> LuceneIndex.open(
                home.index(), stores.memory(), embedder, stores.memory().vectors()));
        memory = new Memory(
                stores.memory(),
                stores.memory(),
                index,
                stores.journal(),
                new BpeTokenCounter(),
                readable(settings.reads()),
                CareSettings.DEFAULT.keeping(settings.keepFull(), settings.keepSummary()),
                Clock.systemUTC(),
                written);
    }

    /** The model that the settings name, loaded at the first text; null where they want none. */
    static @Nullable Embedder embedder(Remembering settings) {
        return settings.embedder().equals(Remembering.NONE) ? null : new DeferredEmbedder();
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

    @Nullable Embedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        index.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
