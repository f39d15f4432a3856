package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.PartKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more the outputs of a tool may have than others, because the model often wants back what was cut of them:
 * cuts that are asked back are poor cuts. In % of the usual room, by tool.
 */
public final class Looseness {
    private static final int MIN_CUTS = 4;
    private static final double HIGH_RATE = 0.1;
    private static final double VERY_HIGH_RATE = 0.25;

    private Looseness() {}

    /** The tools of whose cut outputs more than a tenth was retrieved: 150 %, and 250 % from a quarter on. */
    public static Map<String, Integer> of(Transcript transcript, Decisions decisions, List<HiddenExchange> hidden) {
        if (hidden.isEmpty()) {
            return Map.of();
        }
        Map<String, int[]> cutsAndRetrievals = new HashMap<>();
        for (ToolExchange exchange : transcript.exchanges()) {
            if (decisions.get(PartKey.of(transcript, exchange)) instanceof Decision.Cut cut) {
                int[] counts = cutsAndRetrievals.computeIfAbsent(exchange.toolName(), tool -> new int[2]);
                counts[0]++;
                // The arguments of a call are JSON in a string: their quotes are escaped.
                String named = "\\\"" + cut.id().value() + "\\\"";
                counts[1] += hidden.stream().anyMatch(e -> e.messages().contains(named)) ? 1 : 0;
            }
        }
        Map<String, Integer> loose = new HashMap<>();
        cutsAndRetrievals.forEach((tool, counts) -> {
            double rate = (double) counts[1] / counts[0];
            if (counts[0] >= MIN_CUTS && rate > HIGH_RATE) {
                loose.put(tool, rate > VERY_HIGH_RATE ? 250 : 150);
            }
        });
        return loose;
    }
}
