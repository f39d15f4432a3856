package io.ambit.wire.translate.ollama;

import static io.ambit.wire.translate.ollama.JsonText.isSaid;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.MessageList;
import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions for an Ollama, in the format in which it takes a wish for a window. A prompt that does not
 * fit is refused there, never cut.
 *
 * <p>Left out is what only advises, or what Ollama's own {@code /v1} does not read either: {@code user},
 * {@code metadata}, {@code store}, {@code service_tier}, {@code parallel_tool_calls}, {@code prompt_cache_key},
 * {@code prediction}, {@code verbosity}, a {@code reasoning_effort} other than none, the {@code name} of a person who
 * speaks, and fields that are not OpenAI's. What changes the answer and has no counterpart is an error.
 */
public final class ChatToOllama implements Translation {
    /** Options of the same name on both sides, as far as clients send them. */
    private static final List<String> OPTIONS = List.of(
            "temperature",
            "top_p",
            "top_k",
            "min_p",
            "seed",
            "frequency_penalty",
            "presence_penalty",
            "repeat_penalty");

    /** What has no counterpart, with the values that ask for nothing. */
    private static final Map<String, List<String>> WITHOUT = Map.of(
            "n", List.of("1"),
            "logprobs", List.of("false"),
            "top_logprobs", List.of("0"),
            "logit_bias", List.of("{}"),
            "audio", List.of(),
            "functions", List.of("[]"),
            "function_call", List.of("\"none\"", "\"auto\""),
            "modalities", List.of("[\"text\"]"),
            "web_search_options", List.of());

    private final int numCtx;

    /** @param numCtx the window to ask for, 0 to leave that to the server */
    public ChatToOllama(int numCtx) {
        this.numCtx = numCtx;
    }

    @Override
    public WireFormat from() {
        return WireFormat.OPENAI_CHAT;
    }

    @Override
    public WireFormat to() {
        return WireFormat.OLLAMA_CHAT;
    }

    @Override
    public byte[] request(byte[] body) {
        Json root = MessageList.parse(body);
        JsonText out = new JsonText(body);
        WITHOUT.forEach((name, harmless) -> {
            Json value = root.get(name);
            if (isSaid(value) && !harmless.contains(value == null ? "" : withoutSpace(out.spelled(value)))) {
                throw new UntranslatableException(name + " cannot be carried over to Ollama's chat");
            }
        });
        out.value("model", root.get("model"));
        out.json("messages", new ChatMessagesToOllama(body).list(root.get("messages")));
        String tools = tools(root, out);
        if (!tools.isEmpty()) {
            out.json("tools", tools);
        }
        out.json("stream", Boolean.toString(isStream(root)));
        format(root.get("response_format"), out);
        if ("none".equals(root.text("reasoning_effort"))) {
            out.json("think", "false");
        }
        String options = options(root, body);
        if (!options.equals("{}")) {
            out.json("options", options);
        }
        return Utf8.encode(out.json("truncate", "false").toString());
    }

    private static String withoutSpace(String json) {
        return json.replace(" ", "").replace("\n", "").replace("\r", "").replace("\t", "");
    }

    static boolean isStream(Json root) {
        return root.get("stream") instanceof Json.Bool stream && stream.value();
    }

    /** Whether the client asked for the tokens at the end of a stream. */
    static boolean wantsUsage(Json root) {
        Json options = root.get("stream_options");
        return options != null && options.get("include_usage") instanceof Json.Bool wanted && wanted.value();
    }

    private static String tools(Json root, JsonText out) {
        Json choice = root.get("tool_choice");
        String word = choice == null ? null : choice.asText();
        if (isSaid(choice) && !"auto".equals(word) && !"none".equals(word)) {
            throw new UntranslatableException(
                    "tool_choice other than auto and none cannot be carried over to Ollama's chat");
        }
        Json tools = root.get("tools");
        if (tools == null || "none".equals(word)) {
            return "";
        }
        List<String> spelled = new ArrayList<>();
        for (Json tool : tools.items()) {
            if (!(tool.get("function") instanceof Json.Obj)) {
                throw new UntranslatableException("tools of type " + tool.text("type")
                        + " cannot be carried over to Ollama's chat, only functions");
            }
            spelled.add(out.spelled(tool));
        }
        return "[" + String.join(",", spelled) + "]";
    }

    private static void format(@Nullable Json format, JsonText out) {
        if (format == null || !isSaid(format)) {
            return;
        }
        String type = format.text("type");
        switch (type == null ? "" : type) {
            case "text" -> {}
            case "json_object" -> out.text("format", "json");
            case "json_schema" -> {
                Json named = format.get("json_schema");
                Json schema = named == null ? null : named.get("schema");
                if (!(schema instanceof Json.Obj)) {
                    throw new UntranslatableException(
                            "response_format json_schema without a schema cannot be carried over to Ollama's chat");
                }
                out.value("format", schema);
            }
            default ->
                throw new UntranslatableException(
                        "response_format of type " + type + " cannot be carried over to Ollama's chat");
        }
    }

    private String options(Json root, byte[] body) {
        JsonText options = new JsonText(body);
        OPTIONS.forEach(name -> options.value(name, root.get(name)));
        Json stop = root.get("stop");
        if (stop instanceof Json.Str text) {
            options.json("stop", "[" + JsonStrings.quote(text.value()) + "]");
        } else {
            options.value("stop", stop);
        }
        Json most = root.get("max_completion_tokens");
        options.value("num_predict", isSaid(most) ? most : root.get("max_tokens"));
        if (numCtx > 0) {
            options.json("num_ctx", Integer.toString(numCtx));
        }
        return options.toString();
    }

    @Override
    public AnswerTranslation answer(byte[] body) {
        return new OllamaAnswerToChat(body);
    }
}
