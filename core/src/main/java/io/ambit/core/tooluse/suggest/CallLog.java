package io.ambit.core.tooluse.suggest;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from the calls of sessions which tools served which requests. */
final class CallLog {
    /** What a model says along with a call, up to so many characters, tells what the call is for; a speech does not. */
    private static final int LONGEST_SAID = 300;

    private static final int LONGEST_REQUEST = 4_000;

    private CallLog() {}

    /**
     * A line for each tool that was called for a request, oldest first. A call that failed and was made again with
     * success counts as a success: it was the right tool.
     */
    static List<LoggedCall> of(List<SessionCalls> newestFirst) {
        List<LoggedCall> lines = new ArrayList<>();
        for (SessionCalls session : newestFirst.reversed()) {
            Map<String, LoggedCall> known = new LinkedHashMap<>();
            for (ObservedCall call : session.calls()) {
                note(call, call.request(), known);
                if (call.said().length() <= LONGEST_SAID) {
                    note(call, call.said(), known);
                }
            }
            lines.addAll(known.values());
        }
        return lines;
    }

    private static void note(ObservedCall call, String text, Map<String, LoggedCall> known) {
        if (!text.isBlank()) {
            String cut = text.substring(0, Math.min(LONGEST_REQUEST, text.length()));
            LoggedCall line = new LoggedCall(
                    cut,
                    call.tool(),
                    call.failed(),
                    call.invocation().map(Invocation::arguments).orElse(Map.of()));
            known.merge(
                    call.tool() + '\n' + cut, line, (first, next) -> first.failed() || !next.failed() ? next : first);
        }
    }
}
