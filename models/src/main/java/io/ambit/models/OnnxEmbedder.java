package io.ambit.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.RetriableException;
import io.ambit.core.spi.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Sentence vectors by all-MiniLM-L6-v2, quantised to 8 bits, in this process: the mean of the last layer's token
 * vectors, brought to length 1 (Reimers and Gurevych 2019).
 *
 * <p>Each text is run alone. The model scales its activations by the largest value in a batch, so that in company a
 * text's vector would depend on that company.
 */
public final class OnnxEmbedder implements Embedder {
    static final String NAME = "all-minilm-l6-v2-q";
    static final int DIMENSION = 384;
    static final int MAX_TOKENS = 160;
    private static final int USUAL_THREADS = 2;
    /** In bytes. */
    private static final long LOADING_STACK = 64L << 20;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final ExecutorService workers;
    private final int threads;

    private OnnxEmbedder(OrtEnvironment environment, OrtSession session, WordPieces pieces, int threads) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
        this.threads = threads;
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("embed-", 0).factory());
    }

    /** The model on two threads, or on one where there is but one processor. */
    public static OnnxEmbedder open() {
        return open(Math.min(USUAL_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * The model, loaded.
     *
     * @param threads texts that are worked on at a time
     * @throws AmbitException where there is no ONNX Runtime for this machine
     */
    public static OnnxEmbedder open(int threads) {
        // The runtime follows the model's graph by recursion, which overflows a stack of Java's usual size.
        FutureTask<OnnxEmbedder> loading = new FutureTask<>(() -> load(threads));
        Thread.ofPlatform()
                .name("load-" + NAME)
                .daemon()
                .stackSize(LOADING_STACK)
                .start(loading);
        return result(loading, "cannot be loaded");
    }

    private static OnnxEmbedder load(int threads) throws OrtException, IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(resource(NAME + ".onnx"), options);
            return new OnnxEmbedder(
                    environment, session, WordPieces.ofTokenizerFile(resource(NAME + "-tokenizer.json")), threads);
        }
    }

    private static <T> T result(Future<T> future, String failed) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetriableException("interrupted while waiting for embedding model " + NAME, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AmbitException known
                    ? known
                    : new AmbitException("embedding model " + NAME + " " + failed + ": " + e.getCause(), e.getCause());
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = OnnxEmbedder.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public int maxTokens() {
        return MAX_TOKENS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.size() == 1 || threads == 1) {
            return texts.stream().map(this::vector).toList();
        }
        List<Future<float[]>> running =
                texts.stream().map(text -> workers.submit(() -> vector(text))).toList();
        try {
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (Future<float[]> one : running) {
                vectors.add(result(one, "failed"));
            }
            return vectors;
        } finally {
            running.forEach(one -> one.cancel(false));
        }
    }

    private float[] vector(String text) {
        long[] ids = pieces.ids(text, MAX_TOKENS);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        } catch (OrtException e) {
            throw new AmbitException("embedding model " + NAME + " failed: " + e.getMessage(), e);
        }
    }

    private static float[] mean(FloatBuffer states, int tokens) {
        float[] sum = new float[DIMENSION];
        for (int t = 0; t < tokens; t++) {
            for (int d = 0; d < DIMENSION; d++) {
                sum[d] += states.get();
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int d = 0; length > 0 && d < DIMENSION; d++) {
            sum[d] /= length;
        }
        return sum;
    }

    @Override
    public void close() {
        workers.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new AmbitException("embedding model " + NAME + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
