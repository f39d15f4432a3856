package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import java.util.List;
import java.util.Locale;

/** A session as rules look at it. */
final class SessionView {
    private final SessionCalls session;
    private final ToolTraits traits;
    private final List<Seen> calls;

    SessionView(SessionCalls session, ToolTraits traits) {
        this.session = session;
        this.traits = traits;
        this.calls =
                session.calls().stream().map(call -> new Seen(call, traits)).toList();
    }

    SessionCalls session() {
        return session;
    }

    ToolTraits traits() {
        return traits;
    }

    List<Seen> calls() {
        return calls;
    }

    /** Whether anything may have changed between two calls; calls made at once with either count, for their order is not known. */
    boolean isWritten(int from, int to) {
        int first = calls.get(from).call().iteration();
        int last = calls.get(to).call().iteration();
        return calls.stream()
                .filter(each -> each.call().iteration() >= first && each.call().iteration() <= last)
                .anyMatch(each -> each.effect().changes());
    }

    /** What stands between the results of two calls, in tokens. */
    int tokensBetween(int from, int to) {
        int tokens = 0;
        for (int i = from + 1; i < to; i++) {
            tokens += calls.get(i).tokens() + TokenSize.of(calls.get(i).call().said());
        }
        return tokens;
    }

    /** All that the model wrote after it had the result of a call, in lower case. */
    String writtenAfter(int position) {
        StringBuilder text = new StringBuilder();
        int iteration = calls.get(position).call().iteration();
        int said = iteration;
        for (Seen each : calls) {
            ObservedCall call = each.call();
            if (call.iteration() > iteration) {
                text.append(call.arguments()).append('\n');
                if (call.iteration() > said) {
                    said = call.iteration();
                    text.append(call.said()).append('\n');
                }
            }
        }
        return text.append(session.answer()).toString().toLowerCase(Locale.ROOT);
    }

    /** All that was to be read before a call was made, in lower case: what was asked, said, passed and answered. */
    String knownBefore(int position) {
        StringBuilder text = new StringBuilder(session.goal()).append('\n');
        ObservedCall until = calls.get(position).call();
        text.append(until.request()).append('\n').append(until.said()).append('\n');
        for (Seen each : calls) {
            ObservedCall call = each.call();
            if (call.iteration() >= until.iteration()) {
                break;
            }
            text.append(call.request()).append('\n').append(call.said()).append('\n');
            text.append(call.arguments()).append('\n').append(call.result()).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether everything that the model wrote is known, to its end: a person asked once, and got an answer. Where a person
     * asked again, what the model answered between is not kept with the calls.
     */
    boolean isWhole() {
        return session.requests() <= 1 && !session.answer().isBlank();
    }
}
