package io.ambit.wire.chat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Reply;
import io.ambit.wire.SseEvent;
import io.ambit.wire.answer.AnswerFormat;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import java.util.ArrayList;
import java.util.List;

/** The answer to a chat completion. */
final class OpenAiChatAnswer implements AnswerFormat {
    private final boolean everyChoice;
    private final ChatClientView view = new ChatClientView();
    private ChatRound round;

    /**
     * Follows an answer.
     *
     * @param everyChoice whether all choices are the one that was asked for, else only that of index 0 is read
     */
    OpenAiChatAnswer(boolean everyChoice) {
        this.everyChoice = everyChoice;
        this.round = new ChatRound(everyChoice);
    }

    @Override
    public AnswerRound begin() {
        view.roundEnded(round.text());
        round = new ChatRound(everyChoice);
        return round;
    }

    @Override
    public AnswerPass stream() {
        return new ChatStreamFilter(round, view);
    }

    @Override
    public AnswerPass whole() {
        return new ChatWholeFilter(round, view);
    }

    @Override
    public byte[] errorEvent(byte[] body) {
        return SseEvent.ofJson(Utf8.decode(body));
    }

    @Override
    public byte[] errorEvent(String message) {
        return SseEvent.ofJson("{\"error\":{\"message\":" + JsonStrings.quote(message)
                + ",\"type\":\"upstream_error\",\"param\":null,\"code\":null}}");
    }

    @Override
    public String exchange(List<Part.ToolCall> hidden, List<String> results) {
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
    public Reply reply(boolean filtered) {
        String text = view.earlierText() + round.text();
        List<Part> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text, Span.NONE));
        }
        boolean leftOut = false;
        for (ChatCall call : round.calls()) {
            if (filtered && call.isRetrieve()) {
                leftOut = true;
            } else {
                parts.add(call.part());
            }
        }
        Message message = round.seen() || !parts.isEmpty() ? Message.of(Role.ASSISTANT, parts) : null;
        String finish = leftOut && !view.hasCalls() && round.finish().equals("tool_calls") ? "stop" : round.finish();
        return new Reply(
                message, message == null ? "" : Reply.fingerprint(message), finish, round.complete(), round.error());
    }
}
