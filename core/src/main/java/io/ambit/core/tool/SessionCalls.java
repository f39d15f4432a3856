package io.ambit.core.tool;

import io.ambit.core.session.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * The calls of one session, in order.
 *
 * @param at its last request
 * @param client who ran it (the user agent), "" where unknown
 * @param goal what the person asked first, "" where that is not known
 * @param requests how many times a person asked
 * @param answer what the model said last, after its last call; "" where it broke off
 */
public record SessionCalls(
        SessionId session,
        Instant at,
        String client,
        String goal,
        int requests,
        List<ObservedCall> calls,
        String answer) {
    public SessionCalls {
        calls = List.copyOf(calls);
    }
}
