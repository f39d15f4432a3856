package io.ambit.wire.ollama;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.Reply;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.AnswerFormat;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.Framing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answer to a request of Ollama's, chat or generate. */
final class OllamaAnswer implements AnswerFormat {
    private final WireRequest request;
    private final StringBuilder earlierText = new StringBuilder();
    private OllamaRound round = new OllamaRound();

    OllamaAnswer(WireRequest request) {
        this.request = request;
    }

    @Override
    public AnswerRound begin() {
        earlierText.append(round.text());
        round = new OllamaRound();
        return round;
    }

    @Override
    public AnswerPass stream() {
        return new OllamaStreamFilter(round);
    }

    @Override
    public AnswerPass whole() {
        return new OllamaWholeFilter(round, earlierText.toString());
    }

    /** A whole answer is one JSON text, which may be spread over lines. */
    @Override
    public Framing framing() {
        return request.stream() ? Framing.LINES : Framing.EVENTS;
    }

    @Override
    public boolean isWhole(byte first) {
        return first == '{' && !request.stream();
    }

    @Override
    public byte[] errorEvent(byte[] body) {
        return OllamaFields.line(body);
    }

    @Override
    public byte[] errorEvent(String message) {
        return OllamaFields.line(OllamaFields.error(message));
    }

    @Override
    public String exchange(List<Part.ToolCall> hidden, List<String> results) {
        // Ids are written where the upstream gave some: an older one does not know them.
        Set<String> given = new HashSet<>();
        round.calls().forEach(call -> given.add(call.id()));
        StringBuilder out = new StringBuilder("{\"role\":\"assistant\",\"content\":");
        JsonStrings.quote(round.text(), out);
        if (!round.thinking().isEmpty()) {
            out.append(",\"thinking\":");
            JsonStrings.quote(round.thinking(), out);
        }
        out.append(",\"tool_calls\":[");
        for (int i = 0; i < hidden.size(); i++) {
            Part.ToolCall call = hidden.get(i);
            out.append(i == 0 ? "{" : ",{");
            if (given.contains(call.id())) {
                out.append("\"id\":").append(JsonStrings.quote(call.id())).append(',');
            }
            out.append("\"function\":{\"name\":");
            JsonStrings.quote(call.name(), out);
            out.append(",\"arguments\":").append(asObject(call.arguments())).append("}}");
        }
        out.append("]}");
        for (int i = 0; i < results.size(); i++) {
            Part.ToolCall call = hidden.get(i);
            out.append(",{\"role\":\"tool\",\"content\":");
            JsonStrings.quote(results.get(i), out);
            out.append(",\"tool_name\":");
            JsonStrings.quote(call.name(), out);
            if (given.contains(call.id())) {
                out.append(",\"tool_call_id\":").append(JsonStrings.quote(call.id()));
            }
            out.append('}');
        }
        return out.toString();
    }

    /** Arguments go as an object; what is none goes as the text that it is. */
    private static String asObject(String arguments) {
        return arguments.startsWith("{") && arguments.endsWith("}") ? arguments : JsonStrings.quote(arguments);
    }

    @Override
    public Reply reply(boolean filtered) {
        String text = earlierText + round.text();
        List<Part> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text, Span.NONE));
        }
        // The ids that these calls will have when the client sends them back.
        CallIds ids = new CallIds(request.transcript());
        for (Part.ToolCall call : filtered ? round.own() : round.calls()) {
            parts.add(new Part.ToolCall(ids.next(call.id()), call.name(), call.arguments(), Span.NONE));
        }
        Message message = round.seen() || !parts.isEmpty() ? Message.of(Role.ASSISTANT, parts) : null;
        return new Reply(
                message,
                message == null ? "" : Reply.fingerprint(message),
                round.finish(),
                round.complete(),
                round.error());
    }
}
