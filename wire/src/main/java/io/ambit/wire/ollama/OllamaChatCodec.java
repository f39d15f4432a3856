package io.ambit.wire.ollama;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Json;
import io.ambit.wire.CallRepair;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.MessageList;
import io.ambit.wire.ResumableCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.RepairedAnswer;
import io.ambit.wire.answer.RoundedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ollama's chat, {@code POST /api/chat}: a stream of JSON lines unless the request says otherwise. */
public final class OllamaChatCodec implements ResumableCodec {
    /** Without it, whole messages are left out from the oldest on until the prompt fits. */
    private static final String REFUSING = "truncate";

    @Override
    public WireFormat format() {
        return WireFormat.OLLAMA_CHAT;
    }

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
        OllamaMessages reader = new OllamaMessages(source.parsed(), source.shift(), new CallIds(source.known()));
        List<Message> messages = new ArrayList<>();
        for (Json item : source.items()) {
            messages.add(reader.read(item));
        }
        Transcript transcript = source.transcript(List.of(), messages);
        if (transcript == null) {
            return null;
        }
        Json tools = root.get("tools") instanceof Json.Arr found ? found : null;
        String model = root.text("model");
        Json options = root.get("options");
        boolean fillable = options instanceof Json.Obj || options instanceof Json.Null;
        return new WireRequest(
                source.body(),
                transcript,
                source.span(),
                source.span(tools),
                model == null ? "" : model,
                OllamaFields.isStream(root),
                tools != null && tools.items().stream().anyMatch(OllamaChatCodec::isRetrieve),
                1,
                null,
                null,
                source.span(root.get("model") instanceof Json.Str named ? named : null),
                source.span(fillable ? options : null),
                OllamaFields.said(root, REFUSING),
                OllamaFields.option(root, "num_predict"),
                OllamaFields.option(root, OllamaFields.NUM_CTX));
    }

    private static boolean isRetrieve(Json tool) {
        Json function = tool.get("function");
        return function != null && RetrieveTool.NAME.equals(function.text("name"));
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        return OllamaFields.splice(request, rewrite, REFUSING);
    }

    @Override
    public String retrieveTool() {
        return OllamaFields.TOOL;
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair) {
        OllamaAnswer format = new OllamaAnswer(request);
        WireAnswer answer = new RoundedAnswer(request, hideRetrieve, format, "call_");
        return RepairedAnswer.of(answer, format, repair, () -> new OllamaHeldCalls(repair));
    }

    @Override
    public byte[] error(String type, String code, String message) {
        return OllamaFields.error(message);
    }

    @Override
    public byte[] streamError(String type, String code, String message) {
        return OllamaFields.line(OllamaFields.error(message));
    }
}
