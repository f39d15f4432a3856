package io.ambit.wire.anthropic;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.CallRepair;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.MessageList;
import io.ambit.wire.RequestTerms;
import io.ambit.wire.ResumableCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.AnswerTap;
import io.ambit.wire.answer.RepairedAnswer;
import io.ambit.wire.answer.RoundedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages, of any version. */
public final class AnthropicCodec implements ResumableCodec {
    private static final String TOOL = "{\"name\":" + JsonStrings.quote(RetrieveTool.NAME)
            + ",\"description\":" + JsonStrings.quote(RetrieveTool.DESCRIPTION)
            + ",\"input_schema\":" + RetrieveTool.PARAMETERS + "}";

    private static final RequestTerms TERMS = new RequestTerms(
            List.of("temperature", "top_p", "top_k", "stop_sequences"),
            TOOL,
            text -> "{\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}");

    /** Before the session's id in the older, plain form of {@code metadata.user_id}. */
    private static final String OLD_SESSION = "_session_";

    @Override
    public WireFormat format() {
        return WireFormat.ANTHROPIC;
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
        Message system = AnthropicMessageReader.system(root.get("system"), source.parsed());
        List<Message> messages = new ArrayList<>();
        for (Json item : source.items()) {
            messages.add(AnthropicMessageReader.read(item, source.parsed(), source.shift()));
        }
        Transcript transcript = source.transcript(system == null ? List.of() : List.of(system), messages);
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
                tools != null && tools.items().stream().anyMatch(tool -> RetrieveTool.NAME.equals(tool.text("name"))),
                1,
                clientSession(root),
                null,
                source.span(root.get("model") instanceof Json.Str named ? named : null),
                source.span(root),
                sampling(root));
    }

    /** A model that thinks takes no sampling fields, so that they count as said. */
    private static Set<String> sampling(Json root) {
        Set<String> said = new HashSet<>(TERMS.said(root));
        Json thinking = root.get("thinking");
        if (thinking instanceof Json.Obj && !"disabled".equals(thinking.text("type"))) {
            said.addAll(Set.of(Sampling.TEMPERATURE, Sampling.TOP_P, Sampling.TOP_K));
        }
        return said;
    }

    /** Clients put the session's id into the user's: as a member of a JSON text, or after a word in a plain one. */
    private static @Nullable String clientSession(Json root) {
        Json metadata = root.get("metadata");
        String user = metadata == null ? null : metadata.text("user_id");
        if (user == null) {
            return null;
        }
        Json named = user.startsWith("{") ? AnswerTap.parsed(user.getBytes(StandardCharsets.UTF_8)) : null;
        String session = named == null ? null : named.text("session_id");
        int plain = user.lastIndexOf(OLD_SESSION);
        if (session == null && named == null && plain >= 0) {
            session = user.substring(plain + OLD_SESSION.length());
        }
        return session == null || session.isBlank() ? null : session;
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
        AnthropicAnswer format = new AnthropicAnswer();
        WireAnswer answer = new RoundedAnswer(request, hideRetrieve, format, "toolu_");
        return RepairedAnswer.of(answer, format, repair, () -> new AnthropicHeldCalls(repair));
    }

    @Override
    public byte[] error(String type, String code, String message) {
        return AnthropicError.body(type, code, message);
    }

    @Override
    public byte[] streamError(String type, String code, String message) {
        return AnthropicError.event(error(type, code, message));
    }
}
