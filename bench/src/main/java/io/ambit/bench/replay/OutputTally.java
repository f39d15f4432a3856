package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.CountedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Adds up tool outputs as they were recorded: by tool, and the largest ones. */
final class OutputTally {
    private static final int LARGEST = 20;
    private static final int BEGINNING = 160;

    private final Map<String, ToolShare> byTool = new HashMap<>();
    private final PriorityQueue<LargeOutput> largest =
            new PriorityQueue<>(Comparator.comparingInt(LargeOutput::tokens));

    void add(ScoredSession session) {
        Map<String, String> toolByCall = new HashMap<>();
        List<RecordedMessage> messages = session.trajectory().messages();
        List<Integer> steps = session.steps();
        int stepsBefore = 0;
        for (int m = 0; m < messages.size(); m++) {
            RecordedMessage message = messages.get(m);
            if (stepsBefore < steps.size() && steps.get(stepsBefore) == m) {
                stepsBefore++;
            }
            message.calls().forEach(call -> toolByCall.put(call.id(), call.tool()));
            if (message.isByTool()) {
                String tool = toolByCall.getOrDefault(message.callId(), "");
                count(session.trajectory(), m, tool, session.raw().get(m), steps.size() - stepsBefore);
            }
        }
    }

    private void count(Trajectory trajectory, int message, String tool, CountedText text, int requests) {
        int tokens = text.tokens();
        ToolShare output = new ToolShare(tool, 1, tokens, (long) tokens * requests);
        byTool.merge(
                tool,
                output,
                (a, b) -> new ToolShare(tool, a.outputs() + b.outputs(), a.tokens() + b.tokens(), a.sent() + b.sent()));
        if (largest.size() < LARGEST || largest.element().tokens() < tokens) {
            largest.add(new LargeOutput(trajectory.id(), message, tool, tokens, beginning(text.text())));
            if (largest.size() > LARGEST) {
                largest.remove();
            }
        }
    }

    List<ToolShare> tools() {
        return byTool.values().stream()
                .sorted(Comparator.comparingLong(ToolShare::tokens).reversed().thenComparing(ToolShare::tool))
                .toList();
    }

    List<LargeOutput> largest() {
        List<LargeOutput> sorted = new ArrayList<>(largest);
        sorted.sort(Comparator.comparingInt(LargeOutput::tokens)
                .reversed()
                .thenComparing(LargeOutput::trajectory)
                .thenComparingInt(LargeOutput::message));
        return sorted;
    }

    private static String beginning(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= BEGINNING ? text : text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…";
    }
}
