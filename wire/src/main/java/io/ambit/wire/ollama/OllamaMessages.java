package io.ambit.wire.ollama;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.MalformedRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Messages of Ollama's chat. What counts as the same content: members that are null or absent, any order of members, any
 * spelling of a string; the arguments of a call as an object or as a string that holds one. What Ambit does not read is
 * kept, as canonical JSON, in {@link Message#extras} and in {@link Part.Opaque}.
 */
final class OllamaMessages {
    private static final Set<String> CALL = Set.of("id", "type", "function");
    private static final Set<String> FUNCTION = Set.of("name", "arguments", "index");

    private final byte[] source;
    private final int shift;
    private final CallIds ids;

    /**
     * Reads messages, in order.
     *
     * @param source what they were parsed from
     * @param shift what to add to a place in it for the place in the request body
     * @param ids of the calls before them
     */
    OllamaMessages(byte[] source, int shift, CallIds ids) {
        this.source = source;
        this.shift = shift;
        this.ids = ids;
    }

    static Role role(String spelling) {
        return switch (spelling) {
            case "system" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool" -> Role.TOOL;
            default -> Role.OTHER;
        };
    }

    /** Reads the next one. */
    Message read(Json json) {
        if (!(json instanceof Json.Obj object)) {
            throw new MalformedRequestException(
                    "message at byte " + (json.start() + shift) + " is " + JsonSpans.kind(json)
                            + ", expected an object",
                    null);
        }
        String spelling = object.text("role");
        Role role = role(spelling == null ? "" : spelling);
        List<Part> parts = new ArrayList<>();
        Map<String, String> extras = new TreeMap<>();
        for (Json.Member member : object.members()) {
            String name = member.name().value();
            Json value = member.value();
            Json counts = object.get(name);
            if (value instanceof Json.Null || counts == null || counts.start() != value.start()) {
                continue; // of members of one name the last counts
            }
            switch (name) {
                case "role" -> {
                    if (role == Role.OTHER) {
                        extras.put(name, canonical(value));
                    }
                }
                case "content" -> content(value, role, object, parts, extras);
                case "images" -> images(value, parts);
                case "tool_calls" -> calls(value, role, parts, extras);
                default -> extras.put(name, canonical(value));
            }
        }
        if (role == Role.TOOL && parts.stream().noneMatch(Part.ToolResult.class::isInstance)) {
            parts.add(0, new Part.ToolResult(ids.answeredBy(object), "", Span.NONE));
        }
        parts.sort((a, b) -> Integer.compare(rank(a), rank(b))); // whatever the order of the members
        return Message.of(role, parts, joined(extras), span(object));
    }

    private static int rank(Part part) {
        return switch (part) {
            case Part.ToolResult ignored -> 0;
            case Part.Text ignored -> 0;
            case Part.Opaque ignored -> 1;
            case Part.ToolCall ignored -> 2;
        };
    }

    private void content(Json value, Role role, Json.Obj message, List<Part> parts, Map<String, String> extras) {
        if (!(value instanceof Json.Str text)) {
            extras.put("content", canonical(value));
            return;
        }
        Span span = text.isFaithful() ? span(text) : Span.NONE;
        if (role == Role.TOOL) {
            parts.add(new Part.ToolResult(ids.answeredBy(message), text.value(), span));
        } else if (!text.value().isEmpty()) {
            parts.add(new Part.Text(text.value(), span));
        }
    }

    private void images(Json value, List<Part> parts) {
        if (value instanceof Json.Arr list) {
            for (Json image : list.items()) {
                parts.add(new Part.Opaque("image", canonical(image), Span.NONE));
            }
        } else {
            parts.add(new Part.Opaque("image", canonical(value), Span.NONE));
        }
    }

    /** Calls become parts; the list itself is kept besides where a call has more to it than a part can hold. */
    private void calls(Json value, Role role, List<Part> parts, Map<String, String> extras) {
        boolean plain = value instanceof Json.Arr && role == Role.ASSISTANT;
        for (Json item : role == Role.ASSISTANT ? value.items() : List.<Json>of()) {
            plain &= isPlain(item);
            if (item.get("function") instanceof Json.Obj function) {
                String name = function.text("name");
                Part.ToolCall call = new Part.ToolCall(
                        ids.next(item.text("id")),
                        name == null ? "" : name,
                        arguments(function.get("arguments"), source),
                        Span.NONE);
                parts.add(call);
                ids.opened(call);
            }
        }
        if (!plain) {
            extras.put("tool_calls", canonical(value));
        }
    }

    private static boolean isPlain(Json item) {
        return item instanceof Json.Obj call
                && hasOnly(call, CALL)
                && call.get("function") instanceof Json.Obj function
                && hasOnly(function, FUNCTION)
                && function.get("name") instanceof Json.Str;
    }

    private static boolean hasOnly(Json.Obj object, Set<String> names) {
        return object.members().stream()
                .allMatch(member -> names.contains(member.name().value()));
    }

    /** The arguments of a call in one spelling, whether they came as an object or as a string. */
    static String arguments(@Nullable Json value, byte[] source) {
        return switch (value) {
            case null -> "{}";
            case Json.Null ignored -> "{}";
            case Json.Str text -> text.value().isBlank() ? "{}" : CanonicalJson.ofText(text.value());
            default -> CanonicalJson.of(value, source, Set.of());
        };
    }

    private String canonical(Json value) {
        return CanonicalJson.of(value, source, Set.of());
    }

    private Span span(Json value) {
        return new Span(value.start() + shift, value.end() + shift);
    }

    static String joined(Map<String, String> members) {
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, value) -> {
            out.append(out.length() == 1 ? "" : ",");
            JsonStrings.quote(name, out);
            out.append(':').append(value);
        });
        return out.append('}').toString();
    }
}
