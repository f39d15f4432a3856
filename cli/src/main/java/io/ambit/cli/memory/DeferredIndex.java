package io.ambit.cli.memory;

import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.SearchRequest;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An index that is opened at the first question: most commands ask none, and loading Lucene takes a while. */
final class DeferredIndex implements MemoryIndex {
    private final Supplier<MemoryIndex> opening;
    private @Nullable MemoryIndex opened;

    DeferredIndex(Supplier<MemoryIndex> opening) {
        this.opening = opening;
    }

    private synchronized MemoryIndex index() {
        MemoryIndex index = opened;
        if (index == null) {
            index = opening.get();
            opened = index;
        }
        return index;
    }

    @Override
    public List<Found> search(Space space, SearchRequest request) {
        return index().search(space, request);
    }

    @Override
    public long catchUp(Space space, IntConsumer progress) {
        return index().catchUp(space, progress);
    }

    @Override
    public long rebuild(Space space, IntConsumer progress) {
        return index().rebuild(space, progress);
    }

    @Override
    public List<Double> similarities(String text, List<String> others) {
        return index().similarities(text, others);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
