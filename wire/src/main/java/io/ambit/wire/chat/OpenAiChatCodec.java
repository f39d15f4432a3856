package io.ambit.wire.chat;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.CallRepair;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.MessageList;
import io.ambit.wire.RequestTerms;
import io.ambit.wire.ResumableCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.SseEvent;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.RepairedAnswer;
import io.ambit.wire.answer.RoundedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions, as its own clients and the many that imitate them speak it. */
public final class OpenAiChatCodec implements ResumableCodec {

    private static final String TOOL = "{\"type\":\"function\",\"function\":{\"name\":"
            + JsonStrings.quote(RetrieveTool.NAME)
            + ",\"description\":"
            + JsonStrings.quote(RetrieveTool.DESCRIPTION)
            + ",\"parameters\":"
            + RetrieveTool.PARAMETERS
            + "}}";

    @Override
    public WireFormat format() {
        return WireFormat.OPENAI_CHAT;
    }

    private static final RequestTerms TERMS = new RequestTerms(
            List.of("temperature", "top_p", "top_k", "stop"),
            TOOL,
            text -> "{\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}");

    @Override
    public WireRequest parse(byte[] body) {
        return Objects.requireNonNull(read(MessageList.read(body, "messages")));
    }

    @Override
    public WireRequest resume(byte[] body, WireRequest earlier, int common) {
        MessageList rest = MessageList.resume(body, "messages", earlier, MessageList.shared(earlier, common));
        WireRequest resumed = null;
        try {
            resumed = rest == null ? null : read(rest);
        } catch (MalformedRequestException e) {
            // Said again below, with the right place in the body.
        }
        return resumed == null ? parse(body) : resumed;
    }

    private static @Nullable WireRequest read(MessageList source) {
        Json root = source.root();
        if (!source.isList()) {
            throw new MalformedRequestException(
                    "messages is " + JsonSpans.kind(root.get("messages")) + ", expected a list of messages", null);
        }
        List<Message> messages = new ArrayList<>();
        for (Json item : source.items()) {
            messages.add(OpenAiChatMessages.read(item, source.parsed(), source.shift()));
        }
        Transcript transcript = source.transcript(List.of(), messages);
        if (transcript == null) {
            return null;
        }
        Json tools = root.get("tools") instanceof Json.Arr found ? found : null;
        String model = root.text("model");
        return new WireRequest(
                source.body(),
                transcript,
                source.span(),
                source.span(tools),
                model == null ? "" : model,
                root.get("stream") instanceof Json.Bool stream && stream.value(),
                tools != null && tools.items().stream().anyMatch(OpenAiChatCodec::isRetrieve),
                root.get("n") instanceof Json.Num n ? Math.clamp(n.asLong(1), 1, Integer.MAX_VALUE) : 1,
                clientSession(root),
                null,
                source.span(root.get("model") instanceof Json.Str named ? named : null),
                source.span(root),
                TERMS.said(root),
                answerTokens(root),
                0);
    }

    private static int answerTokens(Json root) {
        Json most = root.get("max_completion_tokens");
        Json limit = most instanceof Json.Num ? most : root.get("max_tokens");
        return limit instanceof Json.Num number ? Math.clamp(number.asLong(0), 0, Integer.MAX_VALUE) : 0;
    }

    private static boolean isRetrieve(Json tool) {
        Json function = tool.get("function");
        return function != null && RetrieveTool.NAME.equals(function.text("name"));
    }

    private static @Nullable String clientSession(Json root) {
        String key = root.text("prompt_cache_key");
        Json metadata = root.get("metadata");
        return key != null || metadata == null ? key : metadata.text("session_id");
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        return TERMS.splice(request, rewrite);
    }

    @Override
    public String retrieveTool() {
        return TOOL;
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair) {
        boolean one = request.choices() == 1;
        OpenAiChatAnswer format = new OpenAiChatAnswer(one);
        WireAnswer answer = new RoundedAnswer(request, hideRetrieve && one, format, "call_");
        return RepairedAnswer.of(answer, format, repair, () -> new ChatHeldCalls(repair));
    }

    @Override
    public byte[] error(String type, String code, String message) {
        return Utf8.encode("{\"error\":{\"message\":" + JsonStrings.quote(message)
                + ",\"type\":" + JsonStrings.quote(type)
                + ",\"param\":null,\"code\":" + (code.isEmpty() ? "null" : JsonStrings.quote(code))
                + "}}");
    }

    @Override
    public byte[] streamError(String type, String code, String message) {
        return SseEvent.ofJson(Utf8.decode(error(type, code, message)));
    }
}
