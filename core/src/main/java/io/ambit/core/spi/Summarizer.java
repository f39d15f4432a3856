package io.ambit.core.spi;

import io.ambit.core.message.Transcript;

/** Writes the summary of a stretch of conversation: a small model, or extraction by rules. */
public interface Summarizer {

    /**
     * Summarises iterations {@code [from, to]}.
     *
     * @param snapshot ends with the last message of iteration {@code to}
     * @param maxTokens upper bound of the summary
     * @throws io.ambit.core.error.AmbitException where no summary could be made; the caller counts it and goes on
     */
    String summarize(Transcript snapshot, int from, int to, int maxTokens);
}
