package io.ambit.wire.translate.anthropic;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.MessageList;
import io.ambit.wire.Translation;
import io.ambit.wire.WireFormat;

/**
 * Anthropic's messages to OpenAI's chat completions and back.
 *
 * <p>Left out, because it advises and asks for nothing: {@code cache_control}, {@code metadata}, {@code thinking} (a
 * model that reasons does so by its own settings), {@code effort}, {@code context_management}, {@code service_tier},
 * {@code betas} and the billing line of Claude Code, which is no part of its prompt; of tools {@code defer_loading},
 * {@code input_examples}, {@code allowed_callers} and {@code eager_input_streaming}: all tools are loaded. Thinking in
 * the history is left out too: it is another model's notes, signed for that one.
 *
 * <p>Carried in another shape: several text blocks as one text with blank lines between them; system messages before the
 * first answer join the system prompt, since many templates take one system message only, and at the front; a tool's
 * result that is marked as an error begins with that word; images in results follow in a message of the user's, since
 * results hold text only; a reference to a tool says the tool's name.
 *
 * <p>An error: documents, search results, server tools with their results, uploaded files, tools that the API itself
 * defines, an answer that the request begins itself, and every block that is not known here. Members of the request that
 * are not known here are the upstream's to judge and go there as they are.
 */
public final class AnthropicToChat implements Translation {

    @Override
    public WireFormat from() {
        return WireFormat.ANTHROPIC;
    }

    @Override
    public WireFormat to() {
        return WireFormat.OPENAI_CHAT;
    }

    @Override
    public byte[] request(byte[] body) {
        return Utf8.encode(new ChatRequestWriter(MessageList.parse(body), body).json());
    }

    @Override
    public AnswerTranslation answer(byte[] body) {
        Json root = MessageList.parse(body);
        boolean stream = root.get("stream") instanceof Json.Bool asked && asked.value();
        Json thinking = root.get("thinking");
        boolean thinks = thinking instanceof Json.Obj && !"disabled".equals(thinking.text("type"));
        String model = root.text("model");
        return new FromChatAnswer(body, model == null ? "" : model, stream, thinks);
    }
}
