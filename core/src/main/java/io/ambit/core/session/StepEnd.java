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
 * @param route where it was sent and why
 * @param replyId what the upstream calls its answer, by which a later request may refer to it; "" where it gave no id
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
        Route route,
        String replyId,
        String error) {
    public StepEnd {
        rounds = List.copyOf(rounds);
        hidden = List.copyOf(hidden);
    }

    /** This end, of a step that was sent elsewhere. */
    public StepEnd withRoute(Route other) {
        return new StepEnd(
                status,
                rounds,
                tokensIn,
                tokensOut,
                firstByte,
                total,
                retrievals,
                hidden,
                reply,
                other,
                replyId,
                error);
    }

    /** This end, with the upstream's own name for the answer. */
    public StepEnd withReplyId(String id) {
        return new StepEnd(
                status, rounds, tokensIn, tokensOut, firstByte, total, retrievals, hidden, reply, route, id, error);
    }

    /** This end with Ambit's own counts, which take longer than the answer. */
    public StepEnd withTokens(long in, long out) {
        return new StepEnd(status, rounds, in, out, firstByte, total, retrievals, hidden, reply, route, replyId, error);
    }
}
