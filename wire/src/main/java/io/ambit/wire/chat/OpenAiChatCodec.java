package io.ambit.wire.chat;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.FilledFields;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.MessageEdits;
import io.ambit.wire.ResumableCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.Splice;
import io.ambit.wire.SseEvent;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions, as its own clients and the many that imitate them speak it. */
public final class OpenAiChatCodec implements ResumableCodec {

    private static final List<String> SAMPLING =
            List.of(Sampling.TEMPERATURE, Sampling.TOP_P, Sampling.TOP_K, Sampling.STOP);

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

    @Override
    public WireRequest parse(byte[] body) {
        return read(new Source(body, body, 0, 0), Transcript.of(List.of()));
    }

    @Override
    public WireRequest resume(byte[] body, WireRequest earlier, int common) {
        List<Message> before = earlier.transcript().messages();
        int shared = 0;
        while (shared < before.size() && before.get(shared).span().end() <= common) {
            shared++;
        }
        if (shared == 0) {
            return parse(body);
        }
        // The shared messages are stood in for by one byte, so that only the rest is parsed.
        int from = before.get(0).span().start();
        int to = before.get(shared - 1).span().end();
        byte[] rest = new byte[from + 1 + body.length - to];
        System.arraycopy(body, 0, rest, 0, from);
        rest[from] = '0';
        System.arraycopy(body, to, rest, from + 1, body.length - to);
        try {
            Source source = new Source(body, rest, from, to - from - 1);
            Json list = source.root().get("messages");
            // A second list of messages may follow, and then counts.
            if (list != null && list.start() == earlier.messages().start()) {
                return read(source, earlier.transcript().first(shared));
            }
        } catch (MalformedRequestException e) {
            // Said again below, with the right place in the body.
        }
        return parse(body);
    }

    /** What is parsed of a body: all of it, or without the messages after {@code from} that are known. */
    private static final class Source {
        final byte[] body;
        final byte[] parsed;
        final int from;
        final int left;
        private final Json root;

        Source(byte[] body, byte[] parsed, int from, int left) {
            this.body = body;
            this.parsed = parsed;
            this.from = from;
            this.left = left;
            this.root = OpenAiChatMessages.parse(parsed);
        }

        Json root() {
            return root;
        }

        Span span(@Nullable Json value) {
            return value == null ? Span.NONE : new Span(inBody(value.start()), inBody(value.end()));
        }

        private int inBody(int at) {
            return at > from ? at + left : at;
        }
    }

    private static WireRequest read(Source source, Transcript known) {
        Json root = source.root();
        if (!(root instanceof Json.Obj)) {
            throw new MalformedRequestException("the body is " + kind(root) + ", expected an object", null);
        }
        if (!(root.get("messages") instanceof Json.Arr list)) {
            throw new MalformedRequestException(
                    "messages is " + kind(root.get("messages")) + ", expected a list of messages", null);
        }
        List<Json> items = list.items();
        List<Message> messages = new ArrayList<>(items.size());
        for (Json item : known.size() == 0 ? items : items.subList(1, items.size())) {
            messages.add(OpenAiChatMessages.read(item, source.parsed, source.left));
        }
        Json tools = root.get("tools") instanceof Json.Arr found ? found : null;
        String model = root.text("model");
        return new WireRequest(
                source.body,
                known.size() == 0 ? Transcript.of(messages) : known.append(messages),
                source.span(list),
                source.span(tools),
                model == null ? "" : model,
                root.get("stream") instanceof Json.Bool stream && stream.value(),
                tools != null && tools.items().stream().anyMatch(OpenAiChatCodec::isRetrieve),
                root.get("n") instanceof Json.Num n ? Math.clamp(n.asLong(1), 1, Integer.MAX_VALUE) : 1,
                clientSession(root),
                null,
                source.span(root.get("model") instanceof Json.Str named ? named : null),
                source.span(root),
                sampling(root),
                answerTokens(root),
                0);
    }

    private static int answerTokens(Json root) {
        Json most = root.get("max_completion_tokens");
        Json limit = most instanceof Json.Num ? most : root.get("max_tokens");
        return limit instanceof Json.Num number ? Math.clamp(number.asLong(0), 0, Integer.MAX_VALUE) : 0;
    }

    private static Set<String> sampling(Json root) {
        Set<String> said = new HashSet<>();
        for (String name : SAMPLING) {
            if (root.get(name) != null) {
                said.add(name); // null too: a member of the same name would stand twice
            }
        }
        return said;
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

    /** What a value is, in the words of an error message. */
    static String kind(@Nullable Json value) {
        return switch (value) {
            case null -> "missing";
            case Json.Obj ignored -> "an object";
            case Json.Arr ignored -> "a list";
            case Json.Str ignored -> "a string";
            case Json.Num ignored -> "a number";
            case Json.Bool ignored -> "a boolean";
            case Json.Null ignored -> "null";
        };
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        Splice splice = new Splice();
        if (!rewrite.edits().isEmpty()) {
            MessageEdits.of(request.transcript(), rewrite.edits(), OpenAiChatCodec::userMessage)
                    .addTo(splice, request.messages());
        }
        if (!rewrite.model().isEmpty() && request.modelSpan().isPresent()) {
            Span model = request.modelSpan();
            splice.replace(model.start(), model.end(), JsonStrings.quote(rewrite.model()));
        }
        String fields = FilledFields.json(rewrite.fill().without(request.sampling()), SAMPLING);
        if (!fields.isEmpty()) {
            splice.insert(request.samplingSpan().start() + 1, fields + ",");
        }
        if (rewrite.retrieveTool() && request.tools().isPresent()) {
            int close = request.tools().end() - 1;
            int last = close - 1;
            while (isSpace(request.body()[last])) {
                last--;
            }
            splice.insert(last + 1, last == request.tools().start() ? TOOL : "," + TOOL);
        }
        return splice.apply(request.body());
    }

    private static String userMessage(String text) {
        return "{\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}";
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public String retrieveTool() {
        return TOOL;
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve) {
        return new OpenAiChatAnswer(request, hideRetrieve);
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
