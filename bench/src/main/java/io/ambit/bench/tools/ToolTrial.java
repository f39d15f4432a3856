package io.ambit.bench.tools;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.suggest.LoggedCall;
import io.ambit.core.tooluse.suggest.SuggestRequest;
import io.ambit.core.tooluse.suggest.Suggestion;
import io.ambit.core.tooluse.suggest.ToolSuggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Suggests tools for requests whose right tools are known, as the product would. */
public final class ToolTrial {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();
    private static final double MILLIS = Duration.ofMillis(1).toNanos();
    private static final int BINS = 10;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int MOST = ToolReport.CUTS.getLast();

    private final List<ToolDefinition> tools;
    private final List<LoggedCall> log;
    private final ToolSuggestions suggestions;
    private final double prepareSeconds;

    /**
     * Learns.
     *
     * @param embedder null for words only
     * @param progress told how many texts have no vector yet
     */
    public ToolTrial(
            List<ToolDefinition> tools,
            List<LoggedCall> log,
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors,
            IntConsumer progress) {
        this.tools = tools;
        this.log = log;
        long start = System.nanoTime();
        suggestions = new ToolSuggestions(analysis, embedder, vectors);
        while (!suggestions.prepare(tools, log, STEP)) {
            if (suggestions.failed()) {
                throw new AmbitException("the model makes no vectors: " + suggestions.waiting() + " texts wait");
            }
            progress.accept(suggestions.waiting());
        }
        progress.accept(0);
        prepareSeconds = (System.nanoTime() - start) / NANOS;
    }

    /** Judges what is suggested for requests. */
    public ToolReport judge(List<ToolQuery> queries) {
        if (queries.isEmpty()) {
            throw new AmbitException("no request to judge by, expected one or more");
        }
        double[] recall = new double[ToolReport.CUTS.size()];
        double[] hit = new double[ToolReport.CUTS.size()];
        double[] millis = new double[queries.size()];
        double[] sure = new double[BINS];
        double[] right = new double[BINS];
        for (int q = 0; q < queries.size(); q++) {
            ToolQuery query = queries.get(q);
            SuggestRequest request = new SuggestRequest(query.text(), "", MOST, List.of(), "");
            long start = System.nanoTime();
            List<Suggestion> found = suggestions.suggest(request, tools, log);
            millis[q] = (System.nanoTime() - start) / MILLIS;
            for (int c = 0; c < recall.length; c++) {
                double share = share(query, found, ToolReport.CUTS.get(c));
                recall[c] += share / queries.size();
                hit[c] += share > 0 ? 1.0 / queries.size() : 0;
            }
            if (!found.isEmpty()) {
                double confidence = found.getFirst().confidence();
                int bin = (int) Math.min(BINS - 1, Math.floor(confidence * BINS));
                sure[bin] += confidence;
                right[bin] += query.tools().contains(found.getFirst().tool()) ? 1 : 0;
            }
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sure[bin] - right[bin]) / queries.size();
        }
        Arrays.sort(millis);
        return new ToolReport(
                tools.size(),
                queries.size(),
                log.size(),
                boxed(recall),
                boxed(hit),
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                error,
                prepareSeconds);
    }

    private static double share(ToolQuery query, List<Suggestion> found, int k) {
        Set<String> named = new HashSet<>();
        for (Suggestion one : found.subList(0, Math.min(k, found.size()))) {
            if (query.tools().contains(one.tool())) {
                named.add(one.tool());
            }
        }
        return (double) named.size() / query.tools().size();
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
