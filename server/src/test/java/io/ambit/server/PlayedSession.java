package io.ambit.server;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edits;
import io.ambit.core.context.RetrieveTool;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepStart;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Conversation;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation taken through the pieces of the gateway, codec, policy and ledger, step by step; it remembers each id
 * that a forwarded request printed, and what that id has to bring back.
 */
final class PlayedSession {
    private static final Pattern MARKER =
            Pattern.compile("\\n\\[cut from (\\d+) characters; " + RetrieveTool.NAME + " id=([0-9a-z]+)");
    private static final Pattern POINTER =
            Pattern.compile("(?m)^\\[(?:(\\d+) lines?|(\\d+)-(\\d+)|(\\d+)) as in #([0-9a-z]+)(?:, .*)?]$");

    /** An id in place of an output, and the text of the output. */
    record Marker(String id, String original) {}

    /**
     * An id in place of lines of an output.
     *
     * @param of the output that the pointer stands in
     * @param count of the lines, or 0 where they are named
     * @param first number of the first line that is named
     * @param last number of the last
     */
    record LinePointer(String id, String of, int count, int first, int last) {}

    final Space space;
    final Set<Marker> markers = new LinkedHashSet<>();
    final Set<LinePointer> pointers = new LinkedHashSet<>();
    final List<String> outputs = new ArrayList<>();
    SessionId id = new SessionId("none");
    int boundaries;

    private final ContextPolicy policy;
    private final boolean ascii;
    private final WireCodec codec = new CachedCodec(new OpenAiChatCodec(), 1 << 20);
    private final StringBuilder messages = new StringBuilder("{\"role\":\"user\",\"content\":\"go on\"}");
    private int steps;

    /** @param ascii whether the client escapes all but ASCII, as many do */
    PlayedSession(Space space, ContextPolicy policy, boolean ascii) {
        this.space = space;
        this.policy = policy;
        this.ascii = ascii;
    }

    /** The next request of the agent's, with one output more. */
    void step(Ledger ledger, String tool, String output) {
        outputs.add(output);
        String call = "call_" + steps;
        messages.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"")
                .append(call);
        messages.append("\",\"type\":\"function\",\"function\":{\"name\":").append(quoted(tool));
        messages.append(",\"arguments\":\"{\\\"n\\\":").append(steps).append("}\"}}]},{\"role\":\"tool\",");
        messages.append("\"tool_call_id\":\"")
                .append(call)
                .append("\",\"content\":")
                .append(quoted(output));
        messages.append('}');
        steps++;
        byte[] body = ("{\"messages\":[" + messages
                        + "],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a\"}}]}")
                .getBytes(StandardCharsets.UTF_8);
        WireRequest request = codec.parse(body);
        Transcript transcript = request.transcript();
        Arrival arrival = new Arrival(
                space, transcript, null, null, Hash.of(body), "test", "m", Conversation.START.plusSeconds(steps));
        SessionState state = ledger.open(arrival);
        id = state.id();
        Decisions decisions = policy.plan(transcript, state.decisions(), Conditions.typical(new Chars4TokenCounter()));
        byte[] forwarded = codec.splice(request, Rewrite.of(Edits.of(transcript, decisions), true));
        ledger.begin(new StepStart(
                id, arrival, policy.name(), state.decisions(), decisions, true, body.length, forwarded.length, ""));
        boundaries += decisions.boundary() ? 1 : 0;
        read(transcript, codec.parse(forwarded).transcript());
    }

    private String quoted(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : JsonStrings.quote(text).toCharArray()) {
            // A lone surrogate has no bytes of its own: a client can only escape it.
            if (Character.isSurrogate(c) || (ascii && c > '~')) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void read(Transcript transcript, Transcript forwarded) {
        for (int e = 0; e < outputs.size(); e++) {
            ToolExchange was = transcript.exchanges().get(e);
            String original = was.result().text();
            if (!original.equals(outputs.get(e))) {
                throw new AssertionError("output " + e + " was read otherwise than it was sent");
            }
            String shown = forwarded.exchanges().get(e).result().text();
            if (!shown.equals(original)) {
                read(original, shown);
            }
        }
    }

    private void read(String original, String shown) {
        for (Matcher marker = MARKER.matcher(shown); marker.find(); ) {
            if (Integer.parseInt(marker.group(1)) != original.length()) {
                throw new AssertionError(
                        "an output of " + original.length() + " characters is marked " + marker.group());
            }
            markers.add(new Marker(marker.group(2), original));
        }
        for (Matcher pointer = POINTER.matcher(shown); pointer.find(); ) {
            int first = number(pointer.group(2) == null ? pointer.group(4) : pointer.group(2));
            int last = number(pointer.group(3) == null ? pointer.group(4) : pointer.group(3));
            pointers.add(new LinePointer(pointer.group(5), original, number(pointer.group(1)), first, last));
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
