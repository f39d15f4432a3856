package io.ambit.bench.replay;

import io.ambit.bench.compress.OutputKind;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Adds up where a policy's savings come from. */
final class SavingTally {
    private final Map<String, long[]> byTool = new HashMap<>();
    private final Map<String, long[]> byContent = new HashMap<>();
    private final Map<String, long[]> byWay = new HashMap<>();
    private final ToIntFunction<String> tokens;
    private final Map<PartKey, Output> outputs = new HashMap<>();

    /** What is the same at every request: the kind of content, and the tokens of the whole. */
    private record Output(String content, int tokens) {}

    SavingTally(TokenCounter counter) {
        this.tokens = counter::count;
    }

    /** The next session's outputs are others. */
    void nextSession() {
        outputs.clear();
    }

    /** Adds what one request saved. */
    void add(Transcript transcript, Decisions decisions) {
        for (ToolExchange exchange : transcript.exchanges()) {
            Hash chain = transcript.chain().get(exchange.messageIndex());
            PartKey key = new PartKey(chain, exchange.partIndex());
            boolean dropped = decisions.get(PartKey.whole(chain)) instanceof Decision.Drop;
            Decision decision = dropped ? Decision.DROP : decisions.get(key);
            String way = way(decision);
            if (way.isEmpty()) {
                continue;
            }
            long first = outputs.containsKey(key) ? 0 : 1;
            Output output =
                    outputs.computeIfAbsent(key, k -> output(exchange.result().text()));
            long saved = decision instanceof Decision.Replacement shorter ? shorter.tokensSaved() : output.tokens();
            add(byTool, exchange.toolName(), first, saved);
            add(byContent, output.content(), first, saved);
            add(byWay, way, first, saved);
        }
    }

    private Output output(String text) {
        return new Output(OutputKind.of(text), tokens.applyAsInt(text));
    }

    private static String way(@Nullable Decision decision) {
        return switch (decision) {
            case Decision.Rewrite ignored -> "same values, shorter form";
            case Decision.Cut ignored -> "cut";
            case Decision.Point ignored -> "pointer to an equal output";
            case Decision.Drop ignored -> "left out";
            case null, default -> "";
        };
    }

    private static void add(Map<String, long[]> into, String name, long outputs, long tokens) {
        long[] sums = into.computeIfAbsent(name, key -> new long[2]);
        sums[0] += outputs;
        sums[1] += tokens;
    }

    List<Saving> tools() {
        return sorted(byTool);
    }

    List<Saving> contents() {
        return sorted(byContent);
    }

    List<Saving> ways() {
        return sorted(byWay);
    }

    private static List<Saving> sorted(Map<String, long[]> sums) {
        return sums.entrySet().stream()
                .map(entry -> new Saving(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingLong(Saving::tokens).reversed().thenComparing(Saving::name))
                .toList();
    }
}
