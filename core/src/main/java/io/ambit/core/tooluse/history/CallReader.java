package io.ambit.core.tooluse.history;

import io.ambit.core.memory.episode.RequestText;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.ToolFailure;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionId;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Reads the calls of a conversation. What agents write in the name of a person is no request of that person. */
public final class CallReader {
    private CallReader() {}

    /**
     * The calls of a conversation, in order.
     *
     * @param at its last request
     * @param client who ran it, "" where unknown
     */
    public static SessionCalls read(SessionId session, Instant at, String client, Transcript transcript) {
        IdentityHashMap<Part.ToolCall, String> results = results(transcript);
        List<ObservedCall> calls = new ArrayList<>();
        String goal = "";
        String request = "";
        String answer = "";
        int requests = 0;
        for (int m = 0; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            String said = prose(message);
            String asked = message.role() == Role.USER ? RequestText.of(said) : "";
            if (!asked.isEmpty()) {
                request = asked;
                goal = goal.isEmpty() ? asked : goal;
                requests++;
                answer = "";
            } else if (message.role() == Role.ASSISTANT) {
                answer = said;
                for (Part part : message.parts()) {
                    if (part instanceof Part.ToolCall call) {
                        String result = results.getOrDefault(call, "");
                        calls.add(new ObservedCall(
                                calls.size(),
                                transcript.iterationOf(m),
                                call.name(),
                                call.arguments(),
                                request,
                                said,
                                result,
                                ToolFailure.isFailure(result)));
                        answer = "";
                    }
                }
            }
        }
        return new SessionCalls(session, at, client, goal, requests, calls, answer);
    }

    /** A result may come in several blocks. */
    private static IdentityHashMap<Part.ToolCall, String> results(Transcript transcript) {
        IdentityHashMap<Part.ToolCall, String> results = new IdentityHashMap<>();
        for (ToolExchange exchange : transcript.exchanges()) {
            Part.ToolCall call = exchange.call();
            if (call != null) {
                results.merge(call, exchange.result().text(), (first, next) -> first + "\n" + next);
            }
        }
        return results;
    }

    private static String prose(Message message) {
        StringBuilder out = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.Text text && !text.text().isBlank()) {
                out.append(out.isEmpty() ? "" : "\n").append(text.text().strip());
            }
        }
        return out.toString();
    }
}
