package io.ambit.core.economics;

import java.util.List;

/** The requests of one trajectory as a prompt cache sees them: what one shares with the one before it costs less. */
final class CachedPrefix {
    private List<CountedText> before = List.of();
    private int addedBefore;

    /** Tokens of a request and those of them that were in the cache. */
    record Size(long total, long cached) {}

    /**
     * Sizes the next request and remembers it.
     *
     * @param added tokens before the messages: a change there leaves nothing cached
     */
    Size next(List<CountedText> request, int added) {
        long total = added;
        for (CountedText text : request) {
            total += text.tokens();
        }
        long cached = 0;
        if (added == addedBefore) {
            cached = before.isEmpty() ? 0 : added;
            int shared = Math.min(before.size(), request.size());
            for (int i = 0; i < shared && before.get(i) == request.get(i); i++) {
                cached += request.get(i).tokens();
            }
        }
        remember(request);
        addedBefore = added;
        return new Size(total, cached);
    }

    /** Puts {@code request} in the place of the last one: something was added to its end after it was sent. */
    void remember(List<CountedText> request) {
        before = List.copyOf(request);
    }
}
