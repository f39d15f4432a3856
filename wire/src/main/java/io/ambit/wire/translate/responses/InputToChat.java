package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items as messages. What a model said in one answer becomes one message; system prompts that follow each other become
 * one, since the templates of many models take no more; an image that a tool gave out follows in a message of a user,
 * since tools answer with text alone there.
 */
final class InputToChat {
    private final byte[] source;
    private final ToolNames names;
    private final List<String> messages = new ArrayList<>();
    private final List<String> system = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> images = new ArrayList<>();

    InputToChat(byte[] source, ToolNames names) {
        this.source = source;
        this.names = names;
    }

    /** The messages as a JSON list. */
    String messages(@Nullable Json instructions, @Nullable Json input) {
        if (instructions instanceof Json.Str text && !text.value().isEmpty()) {
            system.add(text.value());
        } else if (instructions != null) {
            instructions.items().forEach(this::item);
        }
        if (input instanceof Json.Str text) {
            finish();
            messages.add(message("user", JsonStrings.quote(text.value())));
        } else if (input != null) {
            input.items().forEach(this::item);
        }
        finish();
        return "[" + String.join(",", messages) + "]";
    }

    private void item(Json item) {
        String type = item.text("type");
        switch (type == null ? "message" : type) {
            case "message" -> message(item);
            case "function_call" -> call(item, "function", "arguments");
            case "custom_tool_call" -> call(item, "custom", "input");
            case "function_call_output", "custom_tool_call_output" -> output(item);
            case "reasoning", "web_search_call" -> {} // see ResponsesToChat
            default ->
                throw new UntranslatableException(
                        "an item of type " + type + " cannot be carried over to chat completions");
        }
    }

    private void message(Json item) {
        String role = String.valueOf(item.text("role"));
        switch (role) {
            case "system", "developer" -> {
                if (!said.isEmpty() || !calls.isEmpty() || !images.isEmpty()) {
                    finish();
                }
                system.add(text(item.get("content")));
            }
            case "user" -> {
                finish();
                messages.add(message("user", content(item.get("content"))));
            }
            case "assistant" -> {
                beginTurn();
                said.add(text(item.get("content")));
            }
            default ->
                throw new UntranslatableException(
                        "a message of the role " + role + " cannot be carried over to chat completions");
        }
    }

    /** A turn of the model goes on as long as nothing else comes. */
    private void beginTurn() {
        if (!system.isEmpty() || !images.isEmpty()) {
            finish();
        }
    }

    private void call(Json item, String kind, String argumentsName) {
        beginTurn();
        String name = item.text("name");
        String arguments = item.text(argumentsName);
        String function = new Members()
                .text("name", names.flat(item.text("namespace"), name == null ? "" : name))
                .text(argumentsName, arguments == null ? "" : arguments)
                .toString();
        calls.add(new Members()
                .text("id", item.text("call_id"))
                .text("type", kind)
                .json(kind, function)
                .toString());
    }

    private void output(Json item) {
        List<String> shown = List.copyOf(images);
        images.clear();
        finish();
        images.addAll(shown);
        Json output = item.get("output");
        String text = output == null ? "" : output.asText();
        if (text == null && output != null) {
            StringBuilder texts = new StringBuilder();
            for (Json part : output.items()) {
                if ("input_image".equals(part.text("type"))) {
                    images.add(part(part));
                } else {
                    texts.append(texts.isEmpty() ? "" : "\n").append(textOf(part));
                }
            }
            text = texts.toString();
        }
        messages.add(new Members()
                .text("role", "tool")
                .text("tool_call_id", item.text("call_id"))
                .text("content", text == null ? "" : text)
                .toString());
    }

    /** Writes what was being put together. */
    private void finish() {
        if (!said.isEmpty() || !calls.isEmpty()) {
            Members turn = new Members()
                    .text("role", "assistant")
                    .text("content", said.isEmpty() ? null : String.join("\n", said));
            if (!calls.isEmpty()) {
                turn.json("tool_calls", "[" + String.join(",", calls) + "]");
            }
            messages.add(turn.toString());
        }
        said.clear();
        calls.clear();
        if (!images.isEmpty()) {
            String first = textPart("What the tools gave out as images:");
            messages.add(message("user", "[" + first + "," + String.join(",", images) + "]"));
        }
        images.clear();
        if (!system.isEmpty()) {
            messages.add(message("system", JsonStrings.quote(String.join("\n\n", system))));
        }
        system.clear();
    }

    private static String message(String role, String content) {
        return new Members().text("role", role).json("content", content).toString();
    }

    private static String textPart(String text) {
        return new Members().text("type", "text").text("text", text).toString();
    }

    private String content(@Nullable Json content) {
        if (content == null || content.asText() != null) {
            return JsonStrings.quote(content == null ? "" : String.valueOf(content.asText()));
        }
        List<Json> parts = content.items();
        if (parts.size() == 1 && "input_text".equals(parts.get(0).text("type"))) {
            return JsonStrings.quote(textOf(parts.get(0)));
        }
        return "[" + String.join(",", parts.stream().map(this::part).toList()) + "]";
    }

    private String part(Json part) {
        String type = String.valueOf(part.text("type"));
        return switch (type) {
            case "input_image" -> image(part);
            case "input_audio" -> Members.spelled(part, source);
            default -> textPart(textOf(part));
        };
    }

    private String image(Json part) {
        String url = part.text("image_url");
        if (url == null) {
            throw new UntranslatableException(
                    "an image by the id of its file cannot be carried over to chat completions");
        }
        Members image = new Members().text("url", url);
        String detail = part.text("detail");
        if (detail != null) {
            image.text("detail", detail);
        }
        return new Members()
                .text("type", "image_url")
                .json("image_url", image.toString())
                .toString();
    }

    private static String text(@Nullable Json content) {
        if (content == null || content.asText() != null) {
            return content == null ? "" : String.valueOf(content.asText());
        }
        return String.join(
                "\n", content.items().stream().map(InputToChat::textOf).toList());
    }

    private static String textOf(Json part) {
        String type = String.valueOf(part.text("type"));
        String text = switch (type) {
            case "input_text", "output_text", "text" -> part.text("text");
            case "refusal" -> part.text("refusal");
            default ->
                throw new UntranslatableException(
                        "content of type " + type + " cannot be carried over to chat completions");
        };
        return text == null ? "" : text;
    }
}
