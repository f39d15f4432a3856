package io.ambit.wire.anthropic;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Reply;
import io.ambit.wire.answer.AnswerFormat;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one request of Anthropic's messages. */
final class AnthropicAnswer implements AnswerFormat {
    private final AnthropicClientView view = new AnthropicClientView();
    private @Nullable AnthropicRound before;
    private AnthropicRound round = new AnthropicRound();

    @Override
    public AnswerRound begin() {
        if (before != null) {
            view.roundEnded(before);
        }
        round = new AnthropicRound();
        before = round;
        return round;
    }

    @Override
    public AnswerPass stream() {
        return new AnthropicStreamFilter(round, view);
    }

    @Override
    public AnswerPass whole() {
        return new AnthropicWholeFilter(round, view);
    }

    @Override
    public byte[] errorEvent(byte[] body) {
        return AnthropicError.event(body);
    }

    @Override
    public byte[] errorEvent(String message) {
        return AnthropicError.event(AnthropicError.body("api_error", "", message));
    }

    /**
     * The model's turn up to its hidden calls, then their results, as this format wants them: in one message of the
     * user's right after. Thinking goes back with its signature, without which a model that thinks is refused. Blocks
     * of server tools stay out: the client has them, sends them back, and their ids may stand only once. So does text
     * without any, which the API refuses.
     */
    @Override
    public String exchange(List<Part.ToolCall> hidden, List<String> results) {
        StringBuilder out = new StringBuilder("{\"role\":\"assistant\",\"content\":[");
        Iterator<Part.ToolCall> calls = hidden.iterator();
        String comma = "";
        for (AnthropicBlock block : round.blocks()) {
            String json = "";
            if (block.isRetrieve() && calls.hasNext()) {
                json = call(calls.next());
            } else if (block.isText() ? !block.text().isBlank() : block.isThinking()) {
                json = block.json();
            }
            if (!json.isEmpty()) {
                out.append(comma).append(json);
                comma = ",";
            }
        }
        out.append("]},{\"role\":\"user\",\"content\":[");
        for (int i = 0; i < results.size(); i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"tool_result\",\"tool_use_id\":")
                    .append(JsonStrings.quote(hidden.get(i).id()))
                    .append(",\"content\":")
                    .append(JsonStrings.quote(results.get(i)))
                    .append('}');
        }
        return out.append("]}").toString();
    }

    private static String call(Part.ToolCall call) {
        Json input = AnswerTap.parsed(Utf8.encode(call.arguments()));
        return "{\"type\":\"tool_use\",\"id\":" + JsonStrings.quote(call.id())
                + ",\"name\":" + JsonStrings.quote(call.name())
                + ",\"input\":" + (input instanceof Json.Obj ? call.arguments() : "{}") + "}";
    }

    @Override
    public Reply reply(boolean filtered) {
        List<Part> parts = new ArrayList<>(view.earlier());
        boolean leftOut = false;
        for (AnthropicBlock block : round.blocks()) {
            Part part = block.part();
            if (filtered && block.isRetrieve()) {
                leftOut = true;
            } else if (part != null) {
                parts.add(part);
            }
        }
        Message message = round.seen() || !parts.isEmpty() ? Message.of(Role.ASSISTANT, parts) : null;
        boolean noCallLeft = leftOut && round.finish().equals("tool_use") && !round.callsClient();
        return new Reply(
                message,
                message == null ? "" : Reply.fingerprint(message),
                noCallLeft ? "end_turn" : round.finish(),
                round.complete(),
                round.error());
    }

    @Override
    public String replyId() {
        return round.id();
    }
}
