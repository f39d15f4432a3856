package io.ambit.wire.ollama;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Hash;
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
import io.ambit.wire.answer.RoundedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ollama's completion of one prompt, {@code POST /api/generate}: read as a system message and one of a user, of which
 * nothing is edited. There are no tools.
 */
public final class OllamaGenerateCodec implements ResumableCodec {
    /** Without it, a prompt that is too long loses its front. */
    private static final String REFUSING = "shift";

    /** What changes what the model sees, beside the prompt. */
    private static final List<String> SEEN = List.of("suffix", "template", "raw", "format");

    @Override
    public WireFormat format() {
        return WireFormat.OLLAMA_GENERATE;
    }

    /** There is no list of which anything could be known. */
    @Override
    public WireRequest resume(byte[] body, WireRequest earlier, int common) {
        return parse(body);
    }

    @Override
    public WireRequest parse(byte[] body) {
        Json root = MessageList.parse(body);
        if (!(root instanceof Json.Obj)) {
            throw new MalformedRequestException("the body is " + JsonSpans.kind(root) + ", expected an object", null);
        }
        String model = root.text("model");
        Json options = root.get("options");
        boolean fillable = options instanceof Json.Obj || options instanceof Json.Null;
        return new WireRequest(
                body,
                Transcript.of(messages(root, body)),
                Span.NONE,
                Span.NONE,
                model == null ? "" : model,
                OllamaFields.isStream(root),
                false,
                1,
                null,
                null,
                span(root.get("model") instanceof Json.Str named ? named : null),
                span(fillable ? options : null),
                OllamaFields.said(root, REFUSING),
                OllamaFields.option(root, "num_predict"),
                OllamaFields.option(root, OllamaFields.NUM_CTX));
    }

    private static Span span(@Nullable Json value) {
        return value == null ? Span.NONE : JsonSpans.of(value);
    }

    private static List<Message> messages(Json root, byte[] body) {
        List<Message> messages = new ArrayList<>();
        String system = root.text("system");
        if (system != null && !system.isEmpty()) {
            messages.add(Message.of(Role.SYSTEM, List.of(new Part.Text(system, Span.NONE))));
        }
        List<Part> parts = new ArrayList<>();
        String prompt = root.text("prompt");
        if (prompt != null && !prompt.isEmpty()) {
            parts.add(new Part.Text(prompt, Span.NONE));
        }
        Json images = root.get("images");
        for (Json image : images == null ? List.<Json>of() : images.items()) {
            parts.add(new Part.Opaque("image", CanonicalJson.of(image, body, Set.of()), Span.NONE));
        }
        if (root.get("context") instanceof Json.Arr context) {
            // The tokens of what was said before: told apart, and not kept.
            String ids = CanonicalJson.of(context, body, Set.of());
            parts.add(new Part.Opaque("context", Hash.of(ids).hex(), Span.NONE));
        }
        Map<String, String> extras = new TreeMap<>();
        for (String name : SEEN) {
            Json value = root.get(name);
            if (value != null && !(value instanceof Json.Null)) {
                extras.put(name, CanonicalJson.of(value, body, Set.of()));
            }
        }
        messages.add(Message.of(Role.USER, parts, OllamaMessages.joined(extras), Span.NONE));
        return messages;
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        return OllamaFields.splice(request, rewrite.withEdits(List.of()), REFUSING);
    }

    @Override
    public String retrieveTool() {
        return OllamaFields.TOOL;
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair) {
        return new RoundedAnswer(request, false, new OllamaAnswer(request), "call_");
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
