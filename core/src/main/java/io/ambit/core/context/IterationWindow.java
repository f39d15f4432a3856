package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;

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

    /** Some formats carry results in user messages: those that hold nothing else are the agent's own. */
    private static boolean isOfAgent(Message message) {
        return switch (message.role()) {
            case ASSISTANT, TOOL -> true;
            case USER ->
                !message.parts().isEmpty() && message.parts().stream().allMatch(Part.ToolResult.class::isInstance);
            case SYSTEM, OTHER -> false;
        };
    }
}
