package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import java.util.Map;

/**
 * The last iterations of a conversation. What lies before them goes, but for the system prompt, what users said, and
 * calls whose result is still inside.
 */
final class IterationWindow {
    private final int first;
    private final boolean[] dropped;

    private IterationWindow(int first, boolean[] dropped) {
        this.first = first;
        this.dropped = dropped;
    }

    /** The window that holds everything. */
    static IterationWindow all(Transcript transcript) {
        return new IterationWindow(0, new boolean[transcript.size()]);
    }

    static IterationWindow last(Transcript transcript, int iterations) {
        int first = Math.max(0, transcript.iterationCount() - iterations);
        boolean[] dropped = new boolean[transcript.size()];
        for (int m = 0; m < dropped.length; m++) {
            int iteration = transcript.iterationOf(m);
            dropped[m] = iteration >= 0
                    && iteration < first
                    && isOfAgent(transcript.messages().get(m));
        }
        if (first > 0) {
            Pairs.keepTogether(transcript, dropped);
        }
        return new IterationWindow(first, dropped);
    }

    /** The first iteration inside. */
    int first() {
        return first;
    }

    boolean drops(int messageIndex) {
        return dropped[messageIndex];
    }

    /**
     * A note in the place of what went, after the last message that did: which iterations, and how their tool outputs
     * come back. None where nothing went, or no more than the note and the summaries cost.
     *
     * @param summariesTokens of what stands there for it besides
     */
    Map<PartKey, Decision> note(Transcript transcript, int summariesTokens, TokenCounter tokens) {
        int last = dropped.length - 1;
        while (last >= 0 && !dropped[last]) {
            last--;
        }
        String text = "[Iterations 0 to " + (first - 1) + " are left out; " + RetrieveTool.NAME
                + "(iteration=N) returns the tool output of one]";
        return last >= 0 && droppedMoreThan(summariesTokens + tokens.count(text), transcript, 0, first - 1, tokens)
                ? Map.of(PartKey.after(transcript.chain().get(last)), new Decision.Insert(text))
                : Map.of();
    }

    /** Whether what went of iterations {@code [from, to]} is more than so many tokens; counted no further. */
    boolean droppedMoreThan(int budget, Transcript transcript, int from, int to, TokenCounter tokens) {
        int left = budget;
        for (int m = 0; m < transcript.size() && transcript.iterationOf(m) <= to; m++) {
            if (dropped[m] && transcript.iterationOf(m) >= from) {
                for (Part part : transcript.messages().get(m).parts()) {
                    left -= tokens.count(part.text());
                    if (left < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Some formats carry results in user messages: those that hold nothing else are the agent's own. */
    static boolean isOfAgent(Message message) {
        return switch (message.role()) {
            case ASSISTANT, TOOL -> true;
            case USER ->
                !message.parts().isEmpty() && message.parts().stream().allMatch(Part.ToolResult.class::isInstance);
            case SYSTEM, OTHER -> false;
        };
    }
}
