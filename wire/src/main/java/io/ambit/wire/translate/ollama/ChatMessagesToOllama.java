package io.ambit.wire.translate.ollama;

import static io.ambit.wire.translate.ollama.JsonText.isSaid;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.UntranslatableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a chat completion as Ollama has them: one text, images beside it, arguments as objects. */
final class ChatMessagesToOllama {
    private static final String BASE64 = ";base64,";

    private final byte[] source;
    private final Map<String, String> toolOfCall = new HashMap<>();

    ChatMessagesToOllama(byte[] source) {
        this.source = source;
    }

    String list(@Nullable Json messages) {
        List<String> written = new ArrayList<>();
        for (Json message : messages == null ? List.<Json>of() : messages.items()) {
            written.add(message(message));
        }
        return "[" + String.join(",", written) + "]";
    }

    private String message(Json message) {
        if (isSaid(message.get("audio"))) {
            throw new UntranslatableException("audio in a message cannot be carried over to Ollama's chat");
        }
        String role = role(message);
        JsonText out = new JsonText(source).text("role", role);
        List<String> images = new ArrayList<>();
        out.text("content", content(message.get("content"), images));
        if (!images.isEmpty()) {
            out.json("images", "[" + String.join(",", images) + "]");
        }
        if (role.equals("assistant")) {
            thinking(message, out);
            calls(message.get("tool_calls"), out);
        } else if (role.equals("tool")) {
            String id = message.text("tool_call_id");
            String tool = id == null ? message.text("name") : toolOfCall.get(id);
            if (tool != null) {
                out.text("tool_name", tool);
            }
            if (id != null) {
                out.text("tool_call_id", id);
            }
        }
        return out.toString();
    }

    private static String role(Json message) {
        String role = message.text("role");
        return switch (role == null ? "" : role) {
            case "system", "developer" -> "system";
            case "user" -> "user";
            case "assistant" -> "assistant";
            case "tool", "function" -> "tool";
            default ->
                throw new UntranslatableException(
                        "a message of the role " + role + " cannot be carried over to Ollama's chat");
        };
    }

    private static String content(@Nullable Json content, List<String> images) {
        if (content == null || !isSaid(content)) {
            return "";
        }
        if (content instanceof Json.Str text) {
            return text.value();
        }
        StringBuilder out = new StringBuilder();
        for (Json part : content.items()) {
            String type = part.text("type");
            switch (type == null ? "" : type) {
                case "text" -> out.append(out.isEmpty() ? "" : "\n").append(orEmpty(part.text("text")));
                case "refusal" -> out.append(out.isEmpty() ? "" : "\n").append(orEmpty(part.text("refusal")));
                case "image_url" -> images.add(image(part.get("image_url")));
                default ->
                    throw new UntranslatableException(
                            "content of type " + type + " cannot be carried over to Ollama's chat");
            }
        }
        return out.toString();
    }

    private static String image(@Nullable Json image) {
        String url = image == null ? null : image instanceof Json.Str text ? text.value() : image.text("url");
        int data = url == null || !url.startsWith("data:") ? -1 : url.indexOf(BASE64);
        if (url == null || data < 0) {
            throw new UntranslatableException(
                    "an image by its address cannot be carried over to Ollama's chat, only one that is sent along");
        }
        return JsonStrings.quote(url.substring(data + BASE64.length()));
    }

    private static void thinking(Json message, JsonText out) {
        for (String name : List.of("reasoning", "reasoning_content", "thinking")) {
            String text = message.text(name);
            if (text != null && !text.isEmpty()) {
                out.text("thinking", text);
                return;
            }
        }
    }

    private void calls(@Nullable Json calls, JsonText out) {
        List<String> written = new ArrayList<>();
        for (Json call : calls == null ? List.<Json>of() : calls.items()) {
            if (!(call.get("function") instanceof Json.Obj function)) {
                throw new UntranslatableException("a call of type " + call.text("type")
                        + " cannot be carried over to Ollama's chat, only one of a function");
            }
            String name = orEmpty(function.text("name"));
            String id = call.text("id");
            JsonText one = new JsonText(source);
            if (id != null) {
                toolOfCall.put(id, name);
                one.text("id", id);
            }
            one.json(
                    "function",
                    new JsonText(source)
                            .text("name", name)
                            .json("arguments", arguments(name, function.get("arguments")))
                            .toString());
            written.add(one.toString());
        }
        if (!written.isEmpty()) {
            out.json("tool_calls", "[" + String.join(",", written) + "]");
        }
    }

    private String arguments(String tool, @Nullable Json arguments) {
        if (arguments instanceof Json.Obj object) {
            return Utf8.decode(source, object.start(), object.end());
        }
        String text = arguments == null ? "" : orEmpty(arguments.asText()).strip();
        try {
            if (text.isEmpty() || Json.parse(text) instanceof Json.Obj) {
                return text.isEmpty() ? "{}" : text;
            }
        } catch (JsonSyntaxException e) {
            // Said below.
        }
        throw new UntranslatableException(
                "arguments of a call of " + tool + " that are no JSON object cannot be carried over to Ollama's chat");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
