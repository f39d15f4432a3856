package io.ambit.core.memory.disclosure;

import java.time.Instant;
import java.util.List;

/**
 * The index as it is shown: the topics that fit, best first, and how many more there are.
 *
 * @param tokens of the text
 * @param text safe to show to a model
 */
public record IndexView(List<Line> lines, int more, int tokens, String text) {
    public IndexView {
        lines = List.copyOf(lines);
    }

    /**
     * One topic.
     *
     * @param relevance to the question, or where there is none how present it is: 0 to 1
     * @param tokens of the topic in full
     */
    public record Line(String topic, String summary, double relevance, Instant lastAccess, int tokens) {}
}
