package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of a failed call.
 *
 * @param failure its class
 * @param confidence that it is of this class, 0 to 1
 * @param cause one sentence, in our words; what it quotes of the error stands in quotes
 * @param statement the line of the error that it was told by, as it came, at most 300 characters
 * @param advice retry, change or stop
 * @param pause how long to wait before a retry, where the error says it or its class suggests it
 * @param next what to do, one sentence
 * @param recovery what worked after such a failure before
 * @param corrected the call to make instead, only where it is certain
 * @param patterns ids of approved patterns that took part
 */
public record Reflection(
        FailureClass failure,
        double confidence,
        String cause,
        String statement,
        Advice advice,
        @Nullable Duration pause,
        String next,
        @Nullable Recovery recovery,
        @Nullable Invocation corrected,
        List<String> patterns) {
    public Reflection {
        patterns = List.copyOf(patterns);
    }

    /** The same with the call to make instead. */
    public Reflection with(Invocation certain) {
        return new Reflection(failure, confidence, cause, statement, advice, pause, next, recovery, certain, patterns);
    }

    /** A note of one or two lines for an agent that has the error before it. */
    public String note() {
        StringBuilder out = new StringBuilder(cause).append(' ').append(next);
        if (corrected != null) {
            out.append(" Call: ").append(corrected.canonical());
        }
        return out.toString();
    }
}
