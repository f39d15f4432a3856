package io.ambit.wire.translate.anthropic;

import io.ambit.core.message.ToolFailure;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** System prompt and messages as the messages of a chat completion. */
final class ChatMessagesWriter {
    private static final String BETWEEN = "\n\n";
    private static final String BILLING = "x-anthropic-billing-header:";

    private final byte[] source;
    private final List<String> out = new ArrayList<>();

    ChatMessagesWriter(byte[] source) {
        this.source = source;
    }

    /** All of them, comma-separated. */
    String json(@Nullable Json system, @Nullable Json messages) {
        List<Json> items = messages == null ? List.of() : messages.items();
        List<String> prompt = new ArrayList<>(texts(system, "the system prompt"));
        int answered = 0;
        while (answered < items.size()
                && !"assistant".equals(items.get(answered).text("role"))) {
            if ("system".equals(items.get(answered).text("role"))) {
                prompt.addAll(texts(items.get(answered).get("content"), "a system message"));
            }
            answered++;
        }
        if (!prompt.isEmpty()) {
            out.add(message("system", String.join(BETWEEN, prompt)));
        }
        for (int m = 0; m < items.size(); m++) {
            Json content = items.get(m).get("content");
            String role = items.get(m).text("role");
            switch (role == null ? "" : role) {
                case "user" -> user(content);
                case "assistant" -> assistant(content);
                case "system" -> {
                    if (m > answered) {
                        out.add(message("system", String.join(BETWEEN, texts(content, "a system message"))));
                    }
                }
                default ->
                    throw new UntranslatableException(
                            "a message of the role '" + role + "', expected user, assistant or system");
            }
        }
        if (!items.isEmpty() && "assistant".equals(items.get(items.size() - 1).text("role"))) {
            throw new UntranslatableException("the last message is the assistant's: chat completions cannot go on with"
                    + " an answer that the request begins");
        }
        return String.join(",", out);
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":" + JsonStrings.quote(text) + "}";
    }

    private static List<String> texts(@Nullable Json content, String where) {
        List<String> texts = new ArrayList<>();
        if (content instanceof Json.Str text) {
            texts.add(text.value());
        } else if (content != null) {
            for (Json block : content.items()) {
                if (!"text".equals(block.text("type"))) {
                    throw unknown(block, where);
                }
                texts.add(textOf(block));
            }
        }
        texts.removeIf(text -> text.isEmpty() || text.startsWith(BILLING));
        return texts;
    }

    private static String textOf(Json block) {
        String text = block.text("text");
        return text == null ? "" : text;
    }

    private static UntranslatableException unknown(Json block, String where) {
        return new UntranslatableException(
                "a block of type '" + block.text("type") + "' in " + where + " has no counterpart in chat completions");
    }

    /** Results first, each a message of its own, then what the user said. */
    private void user(@Nullable Json content) {
        if (content instanceof Json.Str text) {
            out.add(message("user", text.value()));
            return;
        }
        List<String> parts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        boolean results = false;
        List<Json> blocks = content == null ? List.of() : content.items();
        for (Json block : blocks) {
            if ("tool_result".equals(block.text("type"))) {
                results = true;
                result(block, parts);
            }
        }
        boolean images = !parts.isEmpty();
        for (Json block : blocks) {
            String type = block.text("type");
            switch (type == null ? "" : type) {
                case "tool_result" -> {}
                case "text" -> {
                    parts.add(textPart(textOf(block)));
                    texts.add(textOf(block));
                }
                case "image" -> {
                    images = true;
                    parts.add(image(block));
                }
                default -> throw unknown(block, "a message of the user's");
            }
        }
        if (images) {
            out.add("{\"role\":\"user\",\"content\":[" + String.join(",", parts) + "]}");
        } else if (!texts.isEmpty() || !results) {
            out.add(message("user", String.join(BETWEEN, texts)));
        }
    }

    /** Writes a result, and puts its images with a word about them into {@code later}. */
    private void result(Json block, List<String> later) {
        String id = block.text("tool_use_id");
        Json content = block.get("content");
        List<String> texts = new ArrayList<>();
        List<String> images = new ArrayList<>();
        if (content instanceof Json.Str text) {
            texts.add(text.value());
        } else if (content != null) {
            for (Json inner : content.items()) {
                String type = inner.text("type");
                switch (type == null ? "" : type) {
                    case "text" -> texts.add(textOf(inner));
                    case "image" -> images.add(image(inner));
                    case "tool_reference" -> texts.add("The tool " + inner.text("tool_name") + " can be called now.");
                    default -> throw unknown(inner, "a tool's result");
                }
            }
        }
        String text = String.join(BETWEEN, texts);
        if (!images.isEmpty()) {
            text += (text.isEmpty() ? "" : BETWEEN) + "[the images of this result follow]";
            later.add(textPart("Images of the result of " + id + ":"));
            later.addAll(images);
        }
        if (block.get("is_error") instanceof Json.Bool failed && failed.value() && !ToolFailure.isFailure(text)) {
            text = "Error: " + text;
        }
        out.add("{\"role\":\"tool\",\"tool_call_id\":" + JsonStrings.quote(id == null ? "" : id) + ",\"content\":"
                + JsonStrings.quote(text) + "}");
    }

    private static String textPart(String text) {
        return "{\"type\":\"text\",\"text\":" + JsonStrings.quote(text) + "}";
    }

    private static String image(Json block) {
        Json of = block.get("source");
        String type = of == null ? null : of.text("type");
        String url = of == null ? null : of.text("url");
        if (of != null && "base64".equals(type)) {
            url = "data:" + of.text("media_type") + ";base64," + of.text("data");
        } else if (!"url".equals(type) || url == null) {
            throw new UntranslatableException("an image from a source of type '" + type + "', expected base64 or url");
        }
        return "{\"type\":\"image_url\",\"image_url\":{\"url\":" + JsonStrings.quote(url) + "}}";
    }

    private void assistant(@Nullable Json content) {
        List<String> texts = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        if (content instanceof Json.Str text) {
            texts.add(text.value());
        } else if (content != null) {
            for (Json block : content.items()) {
                String type = block.text("type");
                switch (type == null ? "" : type) {
                    case "text" -> texts.add(textOf(block));
                    case "thinking", "redacted_thinking" -> {}
                    case "tool_use" -> calls.add(call(block));
                    default -> throw unknown(block, "a message of the assistant's");
                }
            }
        }
        String said = String.join(BETWEEN, texts);
        out.add("{\"role\":\"assistant\",\"content\":"
                + (said.isEmpty() && !calls.isEmpty() ? "null" : JsonStrings.quote(said))
                + (calls.isEmpty() ? "" : ",\"tool_calls\":[" + String.join(",", calls) + "]") + "}");
    }

    private String call(Json block) {
        String id = block.text("id");
        String name = block.text("name");
        Json input = block.get("input");
        String arguments = input == null ? "{}" : Utf8.decode(source, input.start(), input.end());
        return "{\"id\":" + JsonStrings.quote(id == null ? "" : id) + ",\"type\":\"function\",\"function\":{\"name\":"
                + JsonStrings.quote(name == null ? "" : name) + ",\"arguments\":" + JsonStrings.quote(arguments) + "}}";
    }
}
