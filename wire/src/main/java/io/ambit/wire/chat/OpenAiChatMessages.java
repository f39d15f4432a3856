package io.ambit.wire.chat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.MessageList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Messages of OpenAI's chat completions, one by one: to {@link Message} and back. What {@link #write} gives reads as a
 * message of the same hash.
 *
 * <p>What counts as the same content: text as a string or as the only text part; content that is null, absent or empty;
 * members that are null or absent; cache marks ({@code cache_control}) wherever they stand; any order of members and
 * any spelling of a string. What Ambit does not read is kept, as canonical JSON, in {@link Message#extras} and in
 * {@link Part.Opaque}.
 */
public final class OpenAiChatMessages {
    static final Set<String> CACHE_MARKS = Set.of("cache_control");

    /** Kind of the opaque part that holds content which is neither a string nor a list. */
    private static final String ODD_CONTENT = "content";

    private OpenAiChatMessages() {}

    /**
     * Reads one message; its spans are ranges of {@code json}.
     *
     * @throws MalformedRequestException where it is no JSON object
     */
    public static Message read(byte[] json) {
        return read(MessageList.parse(json), json, 0);
    }

    /**
     * Reads a JSON list of messages; their spans are ranges of {@code json}.
     *
     * @throws MalformedRequestException where it is no JSON list of objects
     */
    public static List<Message> readList(byte[] json) {
        if (!(MessageList.parse(json) instanceof Json.Arr list)) {
            throw new MalformedRequestException("messages are no list, expected a JSON list of objects", null);
        }
        List<Message> messages = new ArrayList<>(list.items().size());
        for (Json item : list.items()) {
            messages.add(read(item, json, 0));
        }
        return messages;
    }

    /**
     * Reads a message.
     *
     * @param source what {@code json} was parsed from
     * @param shift what to add to a place in {@code source} for the place in the request body
     */
    static Message read(Json json, byte[] source, int shift) {
        if (!(json instanceof Json.Obj object)) {
            throw new MalformedRequestException(
                    "message at byte " + (json.start() + shift) + " is "
                            + JsonSpans.kind(json)
                            + ", expected an object",
                    null);
        }
        return new Reader(object, source, shift).message();
    }

    /** The message as one JSON object. Its parts are taken in the order in which this format has them: calls last. */
    public static String write(Message message) {
        return new OpenAiChatMessageWriter(message).json();
    }

    /**
     * A message of any format as messages of this one: where it holds results and more, or those of several calls, each
     * call's are a message of their own, before the rest.
     */
    public static List<String> writeAll(Message message) {
        Map<String, List<Part>> results = new LinkedHashMap<>();
        List<Part> rest = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolResult result) {
                results.computeIfAbsent(result.callId(), id -> new ArrayList<>())
                        .add(part);
            } else {
                rest.add(part);
            }
        }
        if (message.role() == Role.TOOL ? results.size() <= 1 : results.isEmpty()) {
            return List.of(write(message));
        }
        List<String> written = new ArrayList<>();
        results.values().forEach(parts -> written.add(write(Message.of(Role.TOOL, parts))));
        if (!rest.isEmpty()) {
            written.add(write(Message.of(message.role(), rest, message.extras(), Span.NONE)));
        }
        return written;
    }

    static Role role(@Nullable String spelling) {
        return switch (spelling) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool", "function" -> Role.TOOL;
            case null, default -> Role.OTHER;
        };
    }

    static @Nullable String spelling(Role role) {
        return switch (role) {
            case SYSTEM -> "system";
            case USER -> "user";
            case ASSISTANT -> "assistant";
            case TOOL -> "tool";
            case OTHER -> null;
        };
    }

    private static final class Reader {
        private final Json.Obj object;
        private final byte[] source;
        private final int shift;
        private final Role role;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, String> extras = new TreeMap<>();
        private String callId = "";

        Reader(Json.Obj object, byte[] source, int shift) {
            this.object = object;
            this.source = source;
            this.shift = shift;
            this.role = role(object.text("role"));
        }

        Message message() {
            Json content = null;
            Json calls = null;
            for (Json.Member member : object.members()) {
                String name = member.name().value();
                Json value = member.value();
                if (name.equals("content")) {
                    content = value;
                } else if (name.equals("role")) {
                    keep(name, value);
                    String text = value.asText();
                    if (text != null && text.equals(spelling(role))) {
                        extras.remove(name);
                    }
                } else if (name.equals("tool_calls") && role == Role.ASSISTANT) {
                    calls = value;
                } else if (name.equals("tool_call_id") && role == Role.TOOL && value instanceof Json.Str id) {
                    callId = id.value();
                    extras.remove(name);
                } else {
                    keep(name, value);
                }
            }
            content(content);
            if (calls != null) {
                calls(calls);
            }
            return Message.of(role, parts, joined(extras), span(object));
        }

        private void keep(String name, Json value) {
            if (value instanceof Json.Null || CACHE_MARKS.contains(name)) {
                extras.remove(name);
            } else {
                extras.put(name, canonical(value));
            }
        }

        private void content(@Nullable Json content) {
            switch (content) {
                case Json.Str text -> text(text);
                case Json.Arr list -> list.items().forEach(this::contentPart);
                case null -> {}
                case Json.Null ignored -> {}
                default -> parts.add(new Part.Opaque(ODD_CONTENT, canonical(content), Span.NONE));
            }
            // The call that a tool message answers must be known, whatever its content.
            if (role == Role.TOOL && parts.stream().noneMatch(Part.ToolResult.class::isInstance)) {
                parts.add(0, new Part.ToolResult(callId, "", Span.NONE));
            }
        }

        private void contentPart(Json part) {
            if (part instanceof Json.Obj object
                    && "text".equals(object.text("type"))
                    && object.get("text") instanceof Json.Str text
                    && hasOnly(object, Set.of("type", "text"))) {
                text(text);
            } else {
                String type = part.text("type");
                parts.add(new Part.Opaque(type == null ? "" : type, canonical(part), Span.NONE));
            }
        }

        private void text(Json.Str literal) {
            Span span = literal.isFaithful() ? span(literal) : Span.NONE;
            if (role == Role.TOOL) {
                parts.add(new Part.ToolResult(callId, literal.value(), span));
            } else if (!literal.value().isEmpty()) {
                parts.add(new Part.Text(literal.value(), span));
            }
        }

        /** Calls become parts; the list itself is kept besides where a call has more to it than a part can hold. */
        private void calls(Json calls) {
            boolean plain = calls instanceof Json.Arr;
            for (Json item : calls.items()) {
                if (!(item instanceof Json.Obj call)) {
                    plain = false;
                    continue;
                }
                boolean custom = call.get("custom") instanceof Json.Obj && !(call.get("function") instanceof Json.Obj);
                Json function = call.get(custom ? "custom" : "function");
                Json arguments = function == null ? null : function.get(custom ? "input" : "arguments");
                parts.add(new Part.ToolCall(
                        orEmpty(call.text("id")),
                        function == null ? "" : orEmpty(function.text("name")),
                        arguments == null ? "" : arguments instanceof Json.Str s ? s.value() : canonical(arguments),
                        arguments instanceof Json.Str s && s.isFaithful() ? span(s) : Span.NONE));
                plain &= isPlain(call);
            }
            if (!plain && !(calls instanceof Json.Null)) {
                extras.put("tool_calls", canonical(calls));
            }
        }

        private static boolean isPlain(Json.Obj call) {
            return hasOnly(call, Set.of("id", "type", "function"))
                    && call.get("id") instanceof Json.Str
                    && "function".equals(call.text("type"))
                    && call.get("function") instanceof Json.Obj function
                    && hasOnly(function, Set.of("name", "arguments"))
                    && function.get("name") instanceof Json.Str
                    && function.get("arguments") instanceof Json.Str;
        }

        private static boolean hasOnly(Json.Obj object, Set<String> names) {
            for (Json.Member member : object.members()) {
                String name = member.name().value();
                if (!names.contains(name) && !CACHE_MARKS.contains(name)) {
                    return false;
                }
            }
            return true;
        }

        private String canonical(Json value) {
            return CanonicalJson.of(value, source, CACHE_MARKS);
        }

        private Span span(Json value) {
            return new Span(value.start() + shift, value.end() + shift);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static String joined(Map<String, String> members) {
            StringBuilder out = new StringBuilder("{");
            members.forEach((name, value) -> {
                out.append(out.length() == 1 ? "" : ",");
                JsonStrings.quote(name, out);
                out.append(':').append(value);
            });
            return out.append('}').toString();
        }
    }

    /** Whether the part stands for the whole content. */
    static boolean isOddContent(Part part) {
        return part instanceof Part.Opaque opaque && opaque.kind().equals(ODD_CONTENT);
    }
}
