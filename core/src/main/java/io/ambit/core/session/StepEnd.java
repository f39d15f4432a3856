package io.ambit.core.session;

import io.ambit.core.message.Message;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended.
 *
 * @param status HTTP status that the client got, 0 where it went away first
 * @param rounds usage of each upstream call: the hidden ones first, the one that the client saw last
 * @param tokensIn tokens of the client's request, by Ambit's own count
 * @param tokensOut tokens of what was forwarded, by the same count
 * @param retrievals how many {@code context_retrieve} calls were answered
 * @param reply what the client got, null where nothing readable came
 * @param error what went wrong, "" where nothing did
 */
public record StepEnd(
        int status,
        List<Usage> rounds,
        long tokensIn,
        long tokensOut,
        Duration firstByte,
        Duration total,
        int retrievals,
        List<HiddenExchange> hidden,
        @Nullable Message reply,
        String error) {
    public StepEnd {
        rounds = List.copyOf(rounds);
        hidden = List.copyOf(hidden);
    }

    /** This end with Ambit's own counts, which take longer than the answer. */
    public StepEnd withTokens(long in, long out) {
        return new StepEnd(status, rounds, in, out, firstByte, total, retrievals, hidden, reply, error);
    }
}
