package io.ambit.wire.chat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a chat completion. Nothing is filtered where the client asked for several choices, where the bytes come
 * encoded, or where the upstream reports an error: those pass as they are.
 */
final class OpenAiChatAnswer implements WireAnswer {
    private static final int MAX_LEADING_SPACE = 1 << 16;

    private final WireRequest request;
    private final boolean hide;
    private final ChatClientView view = new ChatClientView();
    private final List<Usage> rounds = new ArrayList<>();
    private final ByteArrayOutputStream leadingSpace = new ByteArrayOutputStream();
    private ChatRound round;
    private @Nullable ChatPass pass;
    private List<Part.ToolCall> hidden = List.of();
    private int status;
    private String contentEncoding = "";
    private boolean needsRound;

    OpenAiChatAnswer(WireRequest request, boolean hideRetrieve) {
        this.request = request;
        this.hide = hideRetrieve && request.choices() == 1;
        this.round = new ChatRound(request.choices() == 1);
    }

    @Override
    public void begin(int newStatus, String contentType, String newContentEncoding) {
        if (!rounds.isEmpty()) {
            view.roundEnded(round.text());
        }
        round = new ChatRound(request.choices() == 1);
        status = newStatus;
        contentEncoding = newContentEncoding;
        hidden = List.of();
        needsRound = false;
        leadingSpace.reset();
        pass = hide ? null : new ChatTap(round, status, contentEncoding);
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int at = offset;
        ChatPass way = pass;
        if (way == null) {
            while (at < offset + length && ChatTap.isSpace(bytes[at]) && leadingSpace.size() < MAX_LEADING_SPACE) {
                leadingSpace.write(bytes[at++]);
            }
            if (at == offset + length) {
                return;
            }
            way = choose(bytes[at], client);
        }
        way.pass(bytes, at, offset + length - at, client);
    }

    /** The first byte tells JSON from a stream, whatever the headers say. */
    private ChatPass choose(byte first, OutputStream client) throws IOException {
        boolean plain = contentEncoding.isEmpty() || contentEncoding.equals("identity");
        boolean filter = plain && status < 400;
        ChatPass chosen;
        if (view.hasStream() && (!filter || first == '{')) {
            chosen = new ChatLateAnswer(round, status);
        } else if (filter && first == '{') {
            chosen = new ChatWholeFilter(round, view);
        } else if (filter) {
            view.sawStream();
            chosen = new ChatStreamFilter(round, view); // what is no event passes as it is
        } else {
            chosen = new ChatTap(round, status, contentEncoding);
        }
        pass = chosen;
        chosen.pass(leadingSpace.toByteArray(), 0, leadingSpace.size(), client);
        return chosen;
    }

    @Override
    public List<Part.ToolCall> end(boolean lastRound, OutputStream client) throws IOException {
        ChatPass way = pass == null ? choose((byte) 0, client) : pass;
        way.end(lastRound, client);
        rounds.add(round.usage());
        needsRound = way.needsRound();
        Set<String> ids = new HashSet<>();
        List<Part.ToolCall> calls = new ArrayList<>();
        for (ChatCall call : way.hidden()) {
            String id = call.id();
            if (id.isEmpty() || !ids.add(id)) {
                // The same in every run, and unlike any other of the session.
                id = "call_"
                        + Hash.of(request.transcript().tip().hex() + ' ' + rounds.size() + ' ' + calls.size())
                                .hex()
                                .substring(0, 24);
                ids.add(id);
            }
            calls.add(call.part(id));
        }
        hidden = List.copyOf(calls);
        return hidden;
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }

    @Override
    public String exchange(List<String> results) {
        if (results.size() != hidden.size()) {
            throw new IllegalArgumentException(
                    results.size() + " results for " + hidden.size() + " hidden calls, expected one for each");
        }
        List<Part> said = new ArrayList<>();
        if (!round.text().isEmpty()) {
            said.add(new Part.Text(round.text(), Span.NONE));
        }
        said.addAll(hidden);
        StringBuilder out = new StringBuilder(OpenAiChatMessages.write(Message.of(Role.ASSISTANT, said)));
        for (int i = 0; i < results.size(); i++) {
            Part result = new Part.ToolResult(hidden.get(i).id(), results.get(i), Span.NONE);
            out.append(',').append(OpenAiChatMessages.write(Message.of(Role.TOOL, List.of(result))));
        }
        return out.toString();
    }

    @Override
    public Reply reply() {
        String text = view.earlierText() + round.text();
        List<Part> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text, Span.NONE));
        }
        boolean filtered = pass instanceof ChatStreamFilter || pass instanceof ChatWholeFilter;
        boolean leftOut = false;
        for (ChatCall call : round.calls()) {
            if (filtered && call.isRetrieve()) {
                leftOut = true;
            } else {
                parts.add(call.part(null));
            }
        }
        Message message = round.seen() || !parts.isEmpty() ? Message.of(Role.ASSISTANT, parts) : null;
        String finish = leftOut && !view.hasCalls() && round.finish().equals("tool_calls") ? "stop" : round.finish();
        return new Reply(
                message, message == null ? "" : Reply.fingerprint(message), finish, round.complete(), round.error());
    }

    @Override
    public List<Usage> rounds() {
        return List.copyOf(rounds);
    }
}
