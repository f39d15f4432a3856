package io.ambit.wire.responses;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads items, as they stand in a request's {@code input} and in an answer's {@code output}. Messages, calls of
 * functions and of custom tools, and what these answer are read; every other item is opaque. What may only go together
 * is known of these too: a call that the client answers is a call, its output a result.
 *
 * <p>What counts as the same content: text as a string or as the only text part; members that are null or absent; a
 * message with or without its type; empty annotations; any order of members and any spelling of a string.
 */
final class ItemReader {
    private static final String MESSAGE = "message";

    /** What the model does by itself, or what the server answers: no client's result belongs to it. */
    private static final Set<String> OF_THE_MODEL = Set.of(
            "reasoning",
            "item_reference",
            "web_search_call",
            "file_search_call",
            "code_interpreter_call",
            "image_generation_call",
            "mcp_call",
            "mcp_list_tools");

    private static final Set<String> TEXTS = Set.of("input_text", "output_text", "text");

    /** Empty lists that some clients send and others do not. */
    private static final Set<String> LISTS = Set.of("annotations", "logprobs");

    private final byte[] source;
    private final int shift;
    private final Json.Obj item;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> rest = new TreeMap<>();

    private ItemReader(Json.Obj item, byte[] source, int shift) {
        this.item = item;
        this.source = source;
        this.shift = shift;
    }

    /**
     * Reads an item.
     *
     * @param source what {@code json} was parsed from
     * @param shift what to add to a place in {@code source} for the place in the request body
     */
    static ReadItem read(Json json, byte[] source, int shift) {
        if (!(json instanceof Json.Obj item)) {
            throw new MalformedRequestException(
                    "item at byte " + (json.start() + shift) + " is " + JsonSpans.kind(json) + ", expected an object",
                    null);
        }
        return new ItemReader(item, source, shift).read();
    }

    /** Whether a client has to act on it before the model goes on. */
    static boolean isCall(Json item) {
        String type = type(item);
        return !OF_THE_MODEL.contains(type)
                && (type.endsWith("_call") || type.equals("program") || type.equals("mcp_approval_request"))
                && !callId(item).isEmpty();
    }

    static String type(Json item) {
        String type = item.text("type");
        return type == null ? MESSAGE : type;
    }

    /** By which calls and their outputs know each other, "" where there is nothing. */
    static String callId(Json item) {
        for (String name : List.of("call_id", "approval_request_id", "id")) {
            String id = item.text(name);
            if (id != null && !id.isEmpty()) {
                return id;
            }
        }
        return "";
    }

    private ReadItem read() {
        String type = type(item);
        Role role = switch (type) {
            case MESSAGE -> message();
            case "function_call" -> call("arguments");
            case "custom_tool_call" -> call("input");
            case "function_call_output", "custom_tool_call_output" -> result();
            default -> other(type);
        };
        return new ReadItem(role, parts, rest, span(item));
    }

    private Role message() {
        Role role = role(item.text("role"));
        for (Json.Member member : item.members()) {
            String name = member.name().value();
            Json value = member.value();
            boolean known = name.equals("content")
                    || (name.equals("type") && MESSAGE.equals(value.asText()))
                    || (name.equals("role") && role.name().equalsIgnoreCase(value.asText()));
            keep(name, known ? null : value);
        }
        content(item.get("content"), literal -> {
            if (!literal.value().isEmpty()) {
                parts.add(new Part.Text(literal.value(), faithful(literal)));
            }
        });
        return role;
    }

    private static Role role(@Nullable String spelling) {
        return switch (spelling) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case null, default -> Role.OTHER;
        };
    }

    private Role call(String argumentsName) {
        Set<String> read = Set.of("type", "call_id", "name", argumentsName);
        for (Json.Member member : item.members()) {
            String name = member.name().value();
            boolean known = read.contains(name) && member.value() instanceof Json.Str;
            keep(name, known && !isTypeOfOther(name, member.value()) ? null : member.value());
        }
        Json arguments = item.get(argumentsName);
        String namespace = item.text("namespace");
        String name = orEmpty(item.text("name"));
        parts.add(new Part.ToolCall(
                orEmpty(item.text("call_id")),
                namespace == null || namespace.isEmpty() ? name : namespace + "." + name,
                arguments == null ? "" : arguments instanceof Json.Str s ? s.value() : canonical(arguments),
                arguments instanceof Json.Str s ? faithful(s) : Span.NONE));
        return Role.ASSISTANT;
    }

    private Role result() {
        for (Json.Member member : item.members()) {
            String name = member.name().value();
            Json value = member.value();
            boolean known = name.equals("output")
                    || ((name.equals("type") || name.equals("call_id")) && value instanceof Json.Str);
            keep(name, known && !isTypeOfOther(name, value) ? null : value);
        }
        String callId = orEmpty(item.text("call_id"));
        content(
                item.get("output"),
                literal -> parts.add(new Part.ToolResult(callId, literal.value(), faithful(literal))));
        named(callId);
        return Role.TOOL;
    }

    /** Whether the value is the type of an item that is read as a function's are, and is none of theirs. */
    private static boolean isTypeOfOther(String name, Json value) {
        return name.equals("type") && orEmpty(value.asText()).startsWith("custom_");
    }

    /** The call that is answered must be known, whatever the content. */
    private void named(String callId) {
        if (parts.stream().noneMatch(Part.ToolResult.class::isInstance)) {
            parts.add(0, new Part.ToolResult(callId, "", Span.NONE));
        }
    }

    private Role other(String type) {
        String callId = callId(item);
        if (isCall(item)) {
            parts.add(new Part.ToolCall(callId, type.replace("_call", ""), canonical(item), Span.NONE));
            return Role.ASSISTANT;
        }
        parts.add(new Part.Opaque(type, canonical(item), Span.NONE));
        boolean answers = type.endsWith("_output") || type.equals("mcp_approval_response");
        if (answers && !callId.isEmpty()) {
            named(callId);
            return Role.TOOL;
        }
        return answers || OF_THE_MODEL.contains(type) || type.endsWith("_call") ? Role.ASSISTANT : Role.OTHER;
    }

    private interface Texts {
        void add(Json.Str literal);
    }

    private void content(@Nullable Json content, Texts texts) {
        switch (content) {
            case Json.Str text -> texts.add(text);
            case Json.Arr list -> {
                for (Json part : list.items()) {
                    Json.Str said = part instanceof Json.Obj object ? plainText(object) : null;
                    if (said != null) {
                        texts.add(said);
                    } else {
                        parts.add(new Part.Opaque(orEmpty(part.text("type")), canonical(part), Span.NONE));
                    }
                }
            }
            case null -> {}
            case Json.Null ignored -> {}
            default -> parts.add(new Part.Opaque("content", canonical(content), Span.NONE));
        }
    }

    /** The text of a part that is nothing but text. */
    private static Json.@Nullable Str plainText(Json.Obj part) {
        for (Json.Member member : part.members()) {
            String name = member.name().value();
            Json value = member.value();
            boolean empty = value instanceof Json.Null
                    || (LISTS.contains(name)
                            && value instanceof Json.Arr list
                            && list.items().isEmpty());
            if (!empty && !name.equals("text") && !(name.equals("type") && TEXTS.contains(orEmpty(value.asText())))) {
                return null;
            }
        }
        return part.get("type") instanceof Json.Str && part.get("text") instanceof Json.Str text ? text : null;
    }

    private void keep(String name, @Nullable Json value) {
        if (value == null || value instanceof Json.Null) {
            rest.remove(name);
        } else {
            rest.put(name, canonical(value));
        }
    }

    private String canonical(Json value) {
        return CanonicalJson.of(value, source, Set.of());
    }

    private Span faithful(Json.Str literal) {
        return literal.isFaithful() ? span(literal) : Span.NONE;
    }

    private Span span(Json value) {
        return new Span(value.start() + shift, value.end() + shift);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
