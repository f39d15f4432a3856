package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.MessageList;
import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WireFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's Responses for an upstream that speaks chat completions.
 *
 * <p>Left out of a request is what only advises or what tells the upstream how to keep things: {@code store},
 * {@code include}, {@code metadata}, {@code client_metadata}, {@code prompt_cache_key} and its like, {@code service_tier},
 * {@code truncation}, {@code context_management}, {@code max_tool_calls} (of tools that the upstream runs),
 * {@code reasoning.summary}, {@code text.verbosity}, {@code user}, {@code safety_identifier}, ids and states of items, and
 * fields that are not OpenAI's. {@code reasoning} items are the notes of another model, mostly encrypted. The tool
 * {@code web_search}, which codex always brings and chat completions do not have, goes with the calls of it in the history:
 * the model then has no search. Tools of a namespace are named with it.
 *
 * <p>An answer that goes on from one that the upstream should have kept ({@code previous_response_id},
 * {@code conversation}, {@code item_reference}, {@code background}), and every other tool that the upstream should run, is
 * an error.
 */
public final class ResponsesToChat implements Translation {
    private static final List<String> KEPT_BY_UPSTREAM = List.of("previous_response_id", "conversation", "prompt");

    @Override
    public WireFormat from() {
        return WireFormat.OPENAI_RESPONSES;
    }

    @Override
    public WireFormat to() {
        return WireFormat.OPENAI_CHAT;
    }

    @Override
    public byte[] request(byte[] body) {
        Json root = MessageList.parse(body);
        refuseWhatIsKept(root);
        ToolNames names = new ToolNames(root);
        Members out = new Members()
                .copy("model", root.get("model"), body)
                .json("messages", new InputToChat(body, names).messages(root.get("instructions"), root.get("input")));
        ToolsToChat tools = new ToolsToChat(body, names);
        List<String> written = tools.tools(root.get("tools"));
        String choice = tools.choice(root.get("tool_choice"));
        if (!written.isEmpty()) {
            out.json("tools", "[" + String.join(",", written) + "]");
            if (!choice.isEmpty()) {
                out.json("tool_choice", choice);
            }
            out.copy("parallel_tool_calls", root.get("parallel_tool_calls"), body);
        }
        out.copy("temperature", root.get("temperature"), body)
                .copy("top_p", root.get("top_p"), body)
                .copy("max_tokens", root.get("max_output_tokens"), body);
        Json reasoning = root.get("reasoning");
        out.copy("reasoning_effort", reasoning == null ? null : reasoning.get("effort"), body);
        Json text = root.get("text");
        format(text == null ? null : text.get("format"), body, out);
        if (isStream(root)) {
            out.json("stream", "true").json("stream_options", "{\"include_usage\":true}");
        }
        return Utf8.encode(out.toString());
    }

    static boolean isStream(Json root) {
        return root.get("stream") instanceof Json.Bool stream && stream.value();
    }

    private static void refuseWhatIsKept(Json root) {
        for (String name : KEPT_BY_UPSTREAM) {
            if (Members.isSaid(root.get(name))) {
                throw new UntranslatableException(
                        name + " names what an upstream of chat completions does not keep: send the whole input");
            }
        }
        if (root.get("background") instanceof Json.Bool background && background.value()) {
            throw new UntranslatableException("background cannot be carried over to chat completions");
        }
        if (root.get("top_logprobs") instanceof Json.Num count && count.asLong(0) > 0) {
            throw new UntranslatableException("top_logprobs cannot be carried over to chat completions");
        }
    }

    private static void format(@Nullable Json format, byte[] source, Members out) {
        if (format == null || !Members.isSaid(format)) {
            return;
        }
        String type = String.valueOf(format.text("type"));
        switch (type) {
            case "text" -> {}
            case "json_object" -> out.json("response_format", "{\"type\":\"json_object\"}");
            case "json_schema" -> {
                String schema = new Members()
                        .copy("name", format.get("name"), source)
                        .copy("description", format.get("description"), source)
                        .copy("schema", format.get("schema"), source)
                        .copy("strict", format.get("strict"), source)
                        .toString();
                out.json(
                        "response_format",
                        new Members()
                                .text("type", type)
                                .json("json_schema", schema)
                                .toString());
            }
            default ->
                throw new UntranslatableException(
                        "text.format of type " + type + " cannot be carried over to chat completions");
        }
    }

    @Override
    public AnswerTranslation answer(byte[] body) {
        return new ChatAnswerToResponses(body);
    }
}
