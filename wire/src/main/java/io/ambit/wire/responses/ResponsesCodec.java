package io.ambit.wire.responses;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.CanonicalJson;
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
import io.ambit.wire.Splice;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.RepairedAnswer;
import io.ambit.wire.answer.RoundedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's Responses. {@code instructions} is a message before those of {@code input}; all items that a model made in
 * one answer are one message.
 *
 * <p>A request whose answer the upstream adds to a conversation of its own, or makes in the background, is told to carry
 * no tools: calls that the client is not to see could not be kept from it there.
 */
public final class ResponsesCodec implements ResumableCodec {
    private static final String INPUT = "input";

    private static final String TOOL = "{\"type\":\"function\",\"name\":"
            + JsonStrings.quote(RetrieveTool.NAME)
            + ",\"description\":"
            + JsonStrings.quote(RetrieveTool.DESCRIPTION)
            + ",\"parameters\":"
            + RetrieveTool.PARAMETERS
            + ",\"strict\":false}";

    private static final RequestTerms TERMS =
            new RequestTerms(List.of("temperature", "top_p", "", ""), TOOL, InputEdits::userMessage);

    @Override
    public WireFormat format() {
        return WireFormat.OPENAI_RESPONSES;
    }

    @Override
    public WireRequest parse(byte[] body) {
        return Objects.requireNonNull(read(MessageList.read(body, INPUT)));
    }

    @Override
    public WireRequest resume(byte[] body, WireRequest earlier, int common) {
        int shared = MessageList.shared(earlier, common);
        if (shared > 0 && earlier.transcript().messages().get(shared - 1).role() == Role.ASSISTANT) {
            shared--; // the same turn may go on in this body
        }
        MessageList rest = MessageList.resume(body, INPUT, earlier, shared);
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
        Json input = root.get(INPUT);
        List<ReadItem> items = new ArrayList<>();
        switch (input) {
            case Json.Arr ignored -> {
                for (Json item : source.items()) {
                    items.add(ItemReader.read(item, source.parsed(), source.shift()));
                }
            }
            case Json.Str text -> items.add(ofText(text));
            case null -> {}
            case Json.Null ignored -> {}
            default ->
                throw new MalformedRequestException(
                        "input is " + JsonSpans.kind(input) + ", expected a text or a list of items", null);
        }
        Transcript transcript = source.transcript(instructions(source), ReadItem.messages(items));
        if (transcript == null) {
            return null;
        }
        Json tools = root.get("tools") instanceof Json.Arr found && !isKeptByUpstream(root) ? found : null;
        String model = root.text("model");
        String previous = root.text("previous_response_id");
        return new WireRequest(
                source.body(),
                transcript,
                source.span(input),
                source.span(tools),
                model == null ? "" : model,
                root.get("stream") instanceof Json.Bool stream && stream.value(),
                tools != null && tools.items().stream().anyMatch(tool -> RetrieveTool.NAME.equals(tool.text("name"))),
                1,
                clientSession(root),
                previous == null || previous.isEmpty() ? null : previous,
                source.span(root.get("model") instanceof Json.Str named ? named : null),
                source.span(root),
                TERMS.said(root));
    }

    private static ReadItem ofText(Json.Str text) {
        Span span = JsonSpans.of(text);
        Part part = new Part.Text(text.value(), text.isFaithful() ? span : Span.NONE);
        return new ReadItem(Role.USER, text.value().isEmpty() ? List.of() : List.of(part), Map.of(), span);
    }

    private static List<Message> instructions(MessageList source) {
        Json instructions = source.root().get("instructions");
        return switch (instructions) {
            case null -> List.of();
            case Json.Null ignored -> List.of();
            case Json.Str text ->
                text.value().isEmpty()
                        ? List.of()
                        : List.of(Message.of(Role.SYSTEM, List.of(new Part.Text(text.value(), Span.NONE))));
            default -> {
                String canonical = CanonicalJson.of(instructions, source.parsed(), Set.of());
                yield List.of(Message.of(Role.SYSTEM, List.of(new Part.Opaque("instructions", canonical, Span.NONE))));
            }
        };
    }

    private static boolean isKeptByUpstream(Json root) {
        Json conversation = root.get("conversation");
        return (conversation != null && !(conversation instanceof Json.Null))
                || (root.get("background") instanceof Json.Bool background && background.value());
    }

    private static @Nullable String clientSession(Json root) {
        Json conversation = root.get("conversation");
        if (conversation != null && !(conversation instanceof Json.Null)) {
            return conversation instanceof Json.Str id ? id.value() : conversation.text("id");
        }
        String key = root.text("prompt_cache_key");
        if (key != null) {
            return key;
        }
        for (String name : List.of("client_metadata", "metadata")) {
            Json metadata = root.get(name);
            if (metadata != null && metadata.text("session_id") != null) {
                return metadata.text("session_id");
            }
        }
        return null;
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        Splice splice = new Splice();
        Rewrite left = rewrite.edits().isEmpty() ? rewrite : InputEdits.addTo(splice, request, rewrite);
        TERMS.addTo(splice, request, left);
        return splice.apply(request.body());
    }

    @Override
    public String retrieveTool() {
        return TOOL;
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair) {
        ResponsesAnswer format = new ResponsesAnswer(request);
        WireAnswer answer = new RoundedAnswer(request, hideRetrieve, format, "call_");
        return RepairedAnswer.of(answer, format, repair, () -> new ResponsesHeldCalls(repair));
    }

    @Override
    public byte[] error(String type, String code, String message) {
        return Utf8.encode("{\"error\":" + ErrorEvents.object(type, code, message) + "}");
    }

    @Override
    public byte[] streamError(String type, String code, String message) {
        return ErrorEvents.of(type, code, message);
    }
}
