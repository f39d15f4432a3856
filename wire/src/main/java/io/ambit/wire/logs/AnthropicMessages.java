package io.ambit.wire.logs;

import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request body of Anthropic's messages, or the list of messages of one: the system prompt stands beside the messages,
 * calls and results are blocks of their content.
 */
public final class AnthropicMessages {
    static final String AGENT = "anthropic-messages";

    private AnthropicMessages() {}

    /** Whether {@code document}, an object with {@code messages} or a list of them, has this form. */
    public static boolean claims(Json document) {
        if (document.get("system") != null && document.get("messages") instanceof Json.Arr) {
            return true;
        }
        Json messages = document instanceof Json.Arr ? document : document.get("messages");
        if (messages == null) {
            return false;
        }
        for (Json message : messages.items()) {
            Json content = message.get("content");
            if (message.get("tool_calls") != null || "tool".equals(message.text("role"))) {
                return false;
            }
            for (Json block : content == null ? List.<Json>of() : content.items()) {
                String type = LogFields.text(block, "type");
                if (type.equals("tool_use") || type.equals("tool_result")) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Reads it.
     *
     * @param id for a session that names none itself
     * @param source what {@code document} was parsed from
     * @return the session, or null where no answer of a model is in it
     */
    public static @Nullable RecordedSession read(String id, Json document, byte[] source) {
        Conversation conversation = new Conversation();
        String tools = "";
        Json messages = document;
        if (!(document instanceof Json.Arr)) {
            conversation.say(
                    Role.SYSTEM, Blocks.of(document.get("system"), source).text(), null);
            Json list = document.get("tools");
            tools = list == null || list.items().isEmpty() ? "" : LogFields.spelling(list, source);
            messages = document.get("messages");
        }
        String model = LogFields.text(document, "model");
        for (Json message : messages == null ? List.<Json>of() : messages.items()) {
            add(message, model, conversation, source);
        }
        String named = LogFields.text(document, "id");
        List<RecordedSession> sessions = conversation.sessions(named.isEmpty() ? id : named, AGENT, "", tools, 0, 0);
        return sessions.isEmpty() ? null : sessions.get(0);
    }

    private static void add(Json message, String model, Conversation conversation, byte[] source) {
        Blocks content = Blocks.of(message.get("content"), source);
        if (content.hasImages()) {
            conversation.lacks(Lack.IMAGES);
        }
        if (content.hasReasoning()) {
            conversation.lacks(Lack.REASONING);
        }
        content.results().forEach(result -> conversation.result(result.callId(), result.text(), null));
        switch (LogFields.text(message, "role")) {
            case "assistant" -> conversation.answer(content.parts(), null, "", model, null);
            case "system" -> conversation.say(Role.SYSTEM, content.text(), null);
            default -> conversation.say(Role.USER, content.text(), null);
        }
    }
}
