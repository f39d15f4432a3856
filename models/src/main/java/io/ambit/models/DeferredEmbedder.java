package io.ambit.models;

import io.ambit.core.spi.Embedder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link OnnxEmbedder} that is loaded when the first text comes: most commands need none, and loading takes a while. */
public final class DeferredEmbedder implements Embedder {
    private @Nullable OnnxEmbedder loaded;

    @Override
    public String name() {
        return OnnxEmbedder.NAME;
    }

    @Override
    public int dimension() {
        return OnnxEmbedder.DIMENSION;
    }

    @Override
    public int maxTokens() {
        return OnnxEmbedder.MAX_TOKENS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.isEmpty() ? List.of() : model().embed(texts);
    }

    private synchronized OnnxEmbedder model() {
        OnnxEmbedder model = loaded;
        if (model == null) {
            model = OnnxEmbedder.open();
            loaded = model;
        }
        return model;
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.close();
        }
    }
}
