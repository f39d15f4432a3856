package io.ambit.wire.translate.anthropic;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as a chat completion. */
final class ChatRequestWriter {
    /** What advises and asks for nothing. */
    private static final Set<String> LEFT_OUT =
            Set.of("metadata", "thinking", "context_management", "service_tier", "betas", "cache_control", "speed");

    private static final Set<String> HOSTED = Set.of("container", "mcp_servers", "inference_geo");

    private final Json root;
    private final byte[] source;
    private final List<String> members = new ArrayList<>();

    ChatRequestWriter(Json root, byte[] source) {
        this.root = root;
        this.source = source;
    }

    String json() {
        if (!(root instanceof Json.Obj object)) {
            throw new UntranslatableException("the request is no JSON object");
        }
        ChatMessagesWriter messages = new ChatMessagesWriter(source);
        members.add("\"messages\":[" + messages.json(root.get("system"), root.get("messages")) + "]");
        for (Json.Member member : object.members()) {
            if (member.value().equals(root.get(member.name().value()))) {
                member(member.name().value(), member.value());
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private void member(String name, Json value) {
        if (value instanceof Json.Null || LEFT_OUT.contains(name)) {
            return;
        }
        switch (name) {
            case "messages", "system" -> {}
            case "stop_sequences" -> add("stop", raw(value));
            case "stream" -> {
                add("stream", raw(value));
                if (value instanceof Json.Bool asked && asked.value()) {
                    add("stream_options", "{\"include_usage\":true}");
                }
            }
            case "tools" -> {
                if (!value.items().isEmpty()) {
                    add("tools", tools(value));
                }
            }
            case "tool_choice" -> {
                Json tools = root.get("tools");
                if (tools != null && !tools.items().isEmpty()) {
                    choice(value);
                }
            }
            case "output_config" -> format(value.get("format"));
            case "output_format" -> format(value);
            default -> {
                if (HOSTED.contains(name) && !isEmpty(value)) {
                    throw new UntranslatableException(
                            name + " has no counterpart in chat completions, expected a request without it");
                }
                if (!HOSTED.contains(name)) {
                    add(name, raw(value));
                }
            }
        }
    }

    private static boolean isEmpty(Json value) {
        return (value instanceof Json.Arr list && list.items().isEmpty())
                || (value instanceof Json.Obj object && object.members().isEmpty());
    }

    private void add(String name, String json) {
        members.add(JsonStrings.quote(name) + ":" + json);
    }

    private String raw(Json value) {
        return Utf8.decode(source, value.start(), value.end());
    }

    private String tools(Json tools) {
        List<String> out = new ArrayList<>();
        for (Json tool : tools.items()) {
            String type = tool.text("type");
            String name = tool.text("name");
            if (type != null && !type.equals("custom")) {
                throw new UntranslatableException("the tool '" + name + "' of type '" + type
                        + "' is one that Anthropic's API itself defines, expected tools with an input_schema");
            }
            Json description = tool.get("description");
            Json schema = tool.get("input_schema");
            Json strict = tool.get("strict");
            out.add("{\"type\":\"function\",\"function\":{\"name\":" + JsonStrings.quote(name == null ? "" : name)
                    + optional(",\"description\":", description)
                    + optional(",\"parameters\":", schema)
                    + optional(",\"strict\":", strict) + "}}");
        }
        return "[" + String.join(",", out) + "]";
    }

    private String optional(String before, @Nullable Json value) {
        return value == null || value instanceof Json.Null ? "" : before + raw(value);
    }

    private void choice(Json choice) {
        String type = choice.text("type");
        String name = choice.text("name");
        add(
                "tool_choice",
                switch (type == null ? "" : type) {
                    case "auto" -> "\"auto\"";
                    case "any" -> "\"required\"";
                    case "none" -> "\"none\"";
                    case "tool" ->
                        "{\"type\":\"function\",\"function\":{\"name\":" + JsonStrings.quote(name == null ? "" : name)
                                + "}}";
                    default ->
                        throw new UntranslatableException(
                                "tool_choice of type '" + type + "', expected auto, any, tool or none");
                });
        if (choice.get("disable_parallel_tool_use") instanceof Json.Bool one && one.value()) {
            add("parallel_tool_calls", "false");
        }
    }

    /** An answer in the form of a JSON schema. */
    private void format(@Nullable Json format) {
        if (format == null || format instanceof Json.Null) {
            return;
        }
        Json schema = format.get("schema");
        if (!"json_schema".equals(format.text("type")) || schema == null) {
            throw new UntranslatableException(
                    "an output format of type '" + format.text("type") + "', expected json_schema");
        }
        add(
                "response_format",
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\":"
                        + raw(schema) + "}}");
    }
}
