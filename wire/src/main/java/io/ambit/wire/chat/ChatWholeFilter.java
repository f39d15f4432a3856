package io.ambit.wire.chat;

import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/**
 * A whole answer waits until it has come, and then passes without the calls that are Ambit's and with the text of the
 * rounds before it.
 */
final class ChatWholeFilter implements AnswerPass {
    private final ChatRound round;
    private final ChatClientView view;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean unread;
    private boolean needsRound;
    private List<Part.ToolCall> hidden = List.of();

    ChatWholeFilter(ChatRound round, ChatClientView view) {
        this.round = round;
        this.view = view;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        if (!unread && held.size() + length > ChatRound.MAX_READ) {
            unread = true;
            client.write(held.toByteArray());
            held.reset();
        }
        (unread ? client : held).write(bytes, offset, length);
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (unread) {
            return;
        }
        byte[] body = held.toByteArray();
        if (!(AnswerTap.parsed(body) instanceof Json.Obj root)) {
            // A stream after all, or text: its events are seen to there, and all else passes as it is.
            ChatStreamFilter events = new ChatStreamFilter(round, view);
            events.pass(body, 0, body.length, client);
            events.end(lastRound, client);
            hidden = events.hidden();
            needsRound = events.needsRound();
            return;
        }
        List<ChatCall> entries = round.read(root, body);
        boolean clientHasCalls = round.calls().stream().anyMatch(call -> !call.isRetrieve());
        if (clientHasCalls) {
            view.sawCalls();
        }
        if (round.callsCanBeAnswered()) {
            hidden = round.calls().stream()
                    .filter(ChatCall::isRetrieve)
                    .map(ChatCall::part)
                    .toList();
            needsRound = !lastRound && !hidden.isEmpty() && !clientHasCalls;
        }
        if (!needsRound) {
            client.write(edited(root, entries.iterator()).apply(body));
        }
    }

    private Splice edited(Json root, Iterator<ChatCall> calls) {
        Splice splice = new Splice();
        Json choices = root.get("choices");
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            if (ChatRound.body(choice) instanceof Json.Obj message) {
                edit(choice, message, calls, splice);
            }
        }
        return splice;
    }

    private void edit(Json choice, Json.Obj message, Iterator<ChatCall> calls, Splice splice) {
        List<Json> entries = ChatRound.entries(message);
        BitSet left = new BitSet();
        for (int e = 0; e < entries.size(); e++) {
            left.set(e, calls.next().isRetrieve());
        }
        boolean all = left.cardinality() == entries.size();
        Json list = message.get("tool_calls");
        if (list != null && !left.isEmpty() && !all) {
            splice.drop(JsonSpans.of(list), JsonSpans.of(entries), left::get);
        }
        BitSet gone = new BitSet();
        int content = -1;
        boolean last = true;
        for (int m = message.members().size() - 1; m >= 0; m--) {
            String name = message.members().get(m).name().value();
            if (name.equals("tool_calls")) {
                gone.set(m, !left.isEmpty() && (all || !last));
                last = false;
            } else if (name.equals("content") && content < 0) {
                content = m;
            }
        }
        String added = withEarlierText(message, content, splice);
        List<String> first = added.isEmpty() ? List.of() : List.of(added);
        splice.elements(
                JsonSpans.of(message), JsonSpans.ofMembers(message), gone::get, m -> m == -1 ? first : List.of());
        if (!left.isEmpty()
                && !view.hasCalls()
                && choice.get("finish_reason") instanceof Json.Str reason
                && reason.value().equals("tool_calls")) {
            splice.replace(reason.start(), reason.end(), "\"stop\"");
        }
    }

    /** Puts the text of earlier rounds before the content; returns the member to add where there is no content. */
    private String withEarlierText(Json.Obj message, int contentMember, Splice splice) {
        String earlier = view.earlierText();
        if (earlier.isEmpty()) {
            return "";
        }
        if (contentMember < 0) {
            return "\"content\":" + JsonStrings.quote(earlier);
        }
        Json content = message.members().get(contentMember).value();
        Span span = JsonSpans.of(content);
        switch (content) {
            case Json.Str literal -> {
                String quoted = JsonStrings.quote(earlier);
                splice.insert(span.start() + 1, quoted.substring(1, quoted.length() - 1));
            }
            case Json.Arr list ->
                splice.elements(
                        span,
                        JsonSpans.of(list.items()),
                        i -> false,
                        i -> i == -1 ? List.of(OpenAiChatMessageWriter.textPart(earlier)) : List.of());
            default -> splice.replace(span.start(), span.end(), JsonStrings.quote(earlier));
        }
        return "";
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return hidden;
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
