package io.ambit.core.backlog.search;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Embedder;
import io.ambit.testkit.HashedEmbedder;
import java.util.ArrayList;
import java.util.List;

/** Knows what it was given. */
final class CountingEmbedder implements Embedder {
    private final Embedder model = new HashedEmbedder("counting");
    private final List<String> texts = new ArrayList<>();
    private boolean broken;

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public int maxTokens() {
        return model.maxTokens();
    }

    @Override
    public synchronized List<float[]> embed(List<String> given) {
        if (broken) {
            throw new AmbitException("no model here");
        }
        texts.addAll(given);
        return model.embed(given);
    }

    synchronized void breaks(boolean now) {
        broken = now;
    }

    /** What was given since the last call. */
    synchronized List<String> taken() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
