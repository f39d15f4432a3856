package io.ambit.gateway.ollama;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many tokens a model counts where Ambit counts one. Its vocabulary is another one, and its template adds to each
 * message. Learned from the usage that comes back; before that, more is assumed than most models take. Thread-safe.
 */
final class TokenRatios {
    private static final double ASSUMED = 1.2;
    private static final double LEAST = 0.9;
    private static final double MOST = 3;
    /** How much above what was seen so far the next request may lie. */
    private static final double MARGIN = 1.03;

    private static final double WEIGHT = 0.3;
    private static final int MIN_TOKENS = 200;
    private static final int MAX_MODELS = 10_000;

    private final Map<String, Double> byModel = new ConcurrentHashMap<>();

    /** A ratio as it is used. */
    record Ratio(double perToken) {
        /** Of a model with the begin of its template. */
        private static final int TEMPLATE = 48;

        /** How many of Ambit's tokens go into a window beside {@code room} for the answer; at least 1. */
        int prompt(int window, int room) {
            return (int) Math.max(1, (window - room - Math.min(TEMPLATE, window / 16)) / perToken);
        }
    }

    Ratio of(String model) {
        Double learned = byModel.get(model);
        return new Ratio(learned == null ? ASSUMED : learned * MARGIN);
    }

    /**
     * Takes a request into account.
     *
     * @param counted by Ambit
     * @param reported by the server
     */
    void learn(String model, long counted, long reported) {
        if (counted < MIN_TOKENS || reported <= 0) {
            return;
        }
        double seen = Math.clamp((double) reported / counted, LEAST, MOST);
        if (byModel.size() > MAX_MODELS) {
            byModel.clear();
        }
        // What takes more than was thought counts at once, what takes less by and by.
        byModel.merge(model, seen, (old, now) -> now > old ? now : old + WEIGHT * (now - old));
    }
}
