package io.ambit.core.session;

import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which session a request belongs to. Clients name their sessions in many ways or not at all, so the conversation
 * itself decides: an agent sends its whole history each time, and the hash chain over it tells where it stood before.
 *
 * <ol>
 *   <li>The body of a session's last step, sent again, is a retry.
 *   <li>Where all of a session's last request stands at the front of this one, the session goes on.
 *   <li>Where what is shared holds an assistant message, the session goes on in a new branch: an answer was asked for
 *       again, a message edited, the history compacted. System prompt and task alone do not join: an agent that is run
 *       again on the same task has another session.
 *   <li>Else the session whose reply the request goes on from, in a new branch.
 *   <li>Else the client's own name for the session joins, in a new branch.
 *   <li>Else the session is new.
 * </ol>
 *
 * Two names that differ always separate. Of several sessions the one that shares most wins, then the one of the same
 * name, then the one that was used last.
 */
public final class SessionMatch {

    /**
     * A session that may be meant.
     *
     * @param lastBody hash of its last request's body, null before its first
     * @param tip chain hash of its last request, {@link Transcript#ROOT} before its first
     * @param tipLength how many messages that request had
     * @param answered whether the reply that the arriving request goes on from is one of this session
     * @param shared how many messages at the front of the arriving request the session has seen in that order
     */
    public record Candidate(
            SessionId id,
            @Nullable String clientSession,
            @Nullable Hash lastBody,
            Hash tip,
            int tipLength,
            int shared,
            boolean answered,
            Instant lastUsed) {}

    /** What was found. */
    public sealed interface Found {
        record Fresh() implements Found {}

        record Retry(SessionId id) implements Found {}

        record Continuation(SessionId id) implements Found {}

        record Branch(SessionId id) implements Found {}
    }

    private SessionMatch() {}

    /** Chooses among {@code candidates}, in any order; those that cannot be meant do no harm. */
    public static Found choose(Arrival arrival, List<Candidate> candidates) {
        List<Candidate> possible = candidates.stream()
                .filter(c -> !areSeparate(arrival.clientSession(), c.clientSession()))
                .toList();
        Optional<Candidate> retried =
                best(arrival, possible, c -> arrival.body().equals(c.lastBody()));
        if (retried.isPresent()) {
            return new Found.Retry(retried.get().id());
        }
        int told = lengthWithAssistant(arrival.transcript());
        Optional<Candidate> shared =
                best(arrival, possible, c -> c.shared() >= told || continues(arrival.transcript(), c));
        if (shared.isPresent()) {
            Candidate chosen = shared.get();
            return continues(arrival.transcript(), chosen)
                    ? new Found.Continuation(chosen.id())
                    : new Found.Branch(chosen.id());
        }
        Optional<Candidate> answered = best(arrival, possible, Candidate::answered);
        return answered.or(() -> best(arrival, possible, c -> isNamed(arrival, c)))
                .<Found>map(c -> new Found.Branch(c.id()))
                .orElseGet(Found.Fresh::new);
    }

    /** Whether two names, where both are given, are those of different sessions. */
    public static boolean areSeparate(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /** How many messages a front part of {@code transcript} needs to hold an assistant message. */
    public static int lengthWithAssistant(Transcript transcript) {
        List<Message> messages = transcript.messages();
        for (int m = 0; m < messages.size(); m++) {
            if (messages.get(m).role() == Role.ASSISTANT) {
                return m + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether all of the session's last request stands at the front of {@code transcript}, with more after it. */
    public static boolean continues(Transcript transcript, Candidate candidate) {
        int length = candidate.tipLength();
        return length > 0
                && length < transcript.size()
                && transcript.chain().get(length - 1).equals(candidate.tip());
    }

    /**
     * The greatest length in {@code [0, size]} that is known, given that whatever is known has known beginnings. It is
     * mostly near {@code size}: found by doubling steps back from there, then by halving, in O(log size) questions.
     *
     * @param known asked for lengths from 1
     */
    public static int longestKnown(int size, IntPredicate known) {
        int unknown = size + 1;
        int low = 0;
        for (int step = 1; unknown > 1; step *= 2) {
            int asked = Math.max(1, unknown - step);
            if (known.test(asked)) {
                low = asked;
                break;
            }
            unknown = asked;
        }
        while (unknown - low > 1) {
            int middle = (low + unknown) >>> 1;
            if (known.test(middle)) {
                low = middle;
            } else {
                unknown = middle;
            }
        }
        return low;
    }

    private static boolean isNamed(Arrival arrival, Candidate candidate) {
        return arrival.clientSession() != null && arrival.clientSession().equals(candidate.clientSession());
    }

    private static Optional<Candidate> best(Arrival arrival, List<Candidate> of, Predicate<Candidate> fits) {
        return of.stream()
                .filter(fits)
                .max(Comparator.comparingInt(Candidate::shared)
                        .thenComparing(c -> isNamed(arrival, c))
                        .thenComparing(Candidate::lastUsed)
                        .thenComparing(c -> c.id().value()));
    }
}
