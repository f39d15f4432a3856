package io.ambit.core.memory.episode;

import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was observed, from whatever it was read.
 *
 * @param source for the provenance of what is drawn from it: "ledger", "claude-code"
 * @param id names it within the source, the same each time it is read
 * @param agent who worked, "" where not known
 * @param tokens that it took, 0 where not known
 * @param reward what a benchmark or the user gave for it, from 0 to 1; null where nobody did
 */
public record ObservedSession(
        Space space,
        String source,
        String id,
        String agent,
        List<ObservedMessage> messages,
        long tokens,
        @Nullable Double reward) {
    public ObservedSession {
        messages = List.copyOf(messages);
    }

    /** A session of which the times of the first and the last message are known. */
    public static ObservedSession of(
            Space space,
            String source,
            String id,
            String agent,
            Transcript transcript,
            Instant started,
            Instant ended,
            long tokens) {
        List<ObservedMessage> messages = new ArrayList<>();
        int last = transcript.size() - 1;
        for (int m = 0; m <= last; m++) {
            Message message = transcript.messages().get(m);
            messages.add(new ObservedMessage(message, m == 0 ? started : m == last ? ended : null));
        }
        return new ObservedSession(space, source, id, agent, messages, tokens, null);
    }

    /** When it began; null where no time is known. */
    public @Nullable Instant started() {
        for (ObservedMessage message : messages) {
            if (message.at() != null) {
                return message.at();
            }
        }
        return null;
    }

    /** From the first time that is known to the last. */
    public Duration duration() {
        Instant from = started();
        Instant to = from;
        for (ObservedMessage message : messages) {
            to = message.at() == null ? to : message.at();
        }
        return from == null || to == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
