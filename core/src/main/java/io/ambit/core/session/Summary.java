package io.ambit.core.session;

import io.ambit.core.text.Hash;

/**
 * A summary of iterations {@code [from, to]}, made on the messages up to {@code end} and on nothing later.
 *
 * @param end chain hash of the last message that it covers
 */
public record Summary(int from, int to, Hash end, String text) {
    public Summary {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("summary of iterations " + from + " to " + to);
        }
    }
}
