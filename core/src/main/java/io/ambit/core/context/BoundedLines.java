package io.ambit.core.context;

import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines under a bound in tokens: what is offered first has the first claim, wherever in the text it is to stand. */
final class BoundedLines {
    private final TokenCounter tokens;
    private final int maxTokens;
    private final SortedMap<Integer, String> byPlace = new TreeMap<>();

    BoundedLines(TokenCounter tokens, int maxTokens) {
        this.tokens = tokens;
        this.maxTokens = maxTokens;
    }

    /** Takes a line if it is not empty and fits. */
    void offer(int place, String label, String line) {
        if (!line.isEmpty()) {
            fits(place, label + line);
        }
    }

    /** Takes as many of the items as fit, the last ones first; they keep their order. */
    void offerList(int place, String label, String separator, List<String> items) {
        List<String> taken = new ArrayList<>(items);
        while (!taken.isEmpty() && !fits(place, label + String.join(separator, taken))) {
            // A sixteenth at a time: the bound is met in few counts, whatever the list's length.
            taken = taken.subList(Math.max(1, taken.size() / 16), taken.size());
        }
    }

    private boolean fits(int place, String line) {
        byPlace.put(place, line);
        if (tokens.count(toString()) <= maxTokens) {
            return true;
        }
        byPlace.remove(place);
        return false;
    }

    @Override
    public String toString() {
        return String.join("\n", byPlace.values());
    }
}
