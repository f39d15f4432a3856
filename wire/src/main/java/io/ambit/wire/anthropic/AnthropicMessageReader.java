package io.ambit.wire.anthropic;

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
 * Reads one message of Anthropic's, or the system prompt that stands beside them.
 *
 * <p>What counts as the same content: text as a string or as the only text block, at the top and inside a tool's result;
 * cache marks ({@code cache_control}) wherever they stand; members that are null; any order of members and any spelling
 * of a string. Thinking with its signature, server tools and their results, images, documents and every block that this
 * version does not know are opaque. What a block that is read has besides is kept in {@link Message#extras}, under
 * {@code blocks} and the block's place.
 */
final class AnthropicMessageReader {
    private static final Set<String> CACHE_MARKS = Set.of("cache_control");

    /** Before a line of Claude Code's that names its version and depends on the first prompt: no content. */
    private static final String BILLING = "x-anthropic-billing-header:";

    private static final Set<String> TEXT = Set.of("type", "text");
    private static final Set<String> CALL = Set.of("type", "id", "name", "input");
    private static final Set<String> RESULT = Set.of("type", "tool_use_id", "content");

    private final byte[] source;
    private final int shift;
    private final boolean placed;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> extras = new TreeMap<>();
    private final Map<Integer, String> blockExtras = new TreeMap<>();

    private AnthropicMessageReader(byte[] source, int shift, boolean placed) {
        this.source = source;
        this.shift = shift;
        this.placed = placed;
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
                    "message at byte " + (json.start() + shift) + " is " + JsonSpans.kind(json)
                            + ", expected an object",
                    null);
        }
        return new AnthropicMessageReader(source, shift, true).message(object);
    }

    /** The system prompt as a message before all others, of which nothing can be edited; null where there is none. */
    static @Nullable Message system(@Nullable Json json, byte[] source) {
        if (json == null || json instanceof Json.Null) {
            return null;
        }
        AnthropicMessageReader reader = new AnthropicMessageReader(source, 0, false);
        reader.content(json);
        return reader.parts.isEmpty() ? null : Message.of(Role.SYSTEM, reader.parts, reader.joinedExtras(), Span.NONE);
    }

    private Message message(Json.Obj object) {
        Role role = role(orEmpty(object.text("role")));
        Json content = null;
        for (Json.Member member : object.members()) {
            String name = member.name().value();
            if (name.equals("content")) {
                content = member.value();
            } else if (!(name.equals("role") && role != Role.OTHER)
                    && !CACHE_MARKS.contains(name)
                    && !(member.value() instanceof Json.Null)) {
                extras.put(name, canonical(member.value()));
            }
        }
        if (content != null) {
            content(content);
        }
        return Message.of(role, parts, joinedExtras(), span(object));
    }

    private static Role role(String spelling) {
        return switch (spelling) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            default -> Role.OTHER;
        };
    }

    private void content(Json content) {
        switch (content) {
            case Json.Str text -> text(text);
            case Json.Arr list -> {
                for (int b = 0; b < list.items().size(); b++) {
                    block(b, list.items().get(b));
                }
            }
            case Json.Null ignored -> {}
            default -> parts.add(new Part.Opaque("content", canonical(content), Span.NONE));
        }
    }

    private void block(int place, Json block) {
        String type = block.text("type");
        if (block instanceof Json.Obj object && "text".equals(type) && object.get("text") instanceof Json.Str text) {
            text(text);
            rest(place, object, TEXT);
        } else if (block instanceof Json.Obj object && "tool_use".equals(type)) {
            Json input = object.get("input");
            parts.add(new Part.ToolCall(
                    orEmpty(object.text("id")),
                    orEmpty(object.text("name")),
                    input == null ? "{}" : CanonicalJson.of(input, source, Set.of()),
                    Span.NONE));
            rest(place, object, CALL);
        } else if (block instanceof Json.Obj object && "tool_result".equals(type)) {
            result(orEmpty(object.text("tool_use_id")), object.get("content"));
            rest(place, object, RESULT);
        } else {
            parts.add(new Part.Opaque(orEmpty(type), canonical(block), Span.NONE));
        }
    }

    private void text(Json.Str literal) {
        String text = literal.value();
        if (text.startsWith(BILLING)) {
            int line = text.indexOf('\n');
            parts.add(new Part.Text(BILLING + (line < 0 ? "" : text.substring(line)), Span.NONE));
        } else if (!text.isEmpty()) {
            parts.add(new Part.Text(text, literal.isFaithful() ? span(literal) : Span.NONE));
        }
    }

    private void result(String callId, @Nullable Json content) {
        int before = parts.size();
        boolean read = false;
        if (content instanceof Json.Str text) {
            read = resultText(callId, text);
        } else if (content instanceof Json.Arr list) {
            for (Json block : list.items()) {
                if ("text".equals(block.text("type"))
                        && block instanceof Json.Obj object
                        && object.get("text") instanceof Json.Str text
                        && hasOnly(object, TEXT)) {
                    read |= resultText(callId, text);
                } else {
                    parts.add(new Part.Opaque(orEmpty(block.text("type")), canonical(block), Span.NONE));
                }
            }
        } else if (content != null && !(content instanceof Json.Null)) {
            parts.add(new Part.Opaque("content", canonical(content), Span.NONE));
        }
        // The call that is answered must be known, whatever the answer.
        if (!read) {
            parts.add(before, new Part.ToolResult(callId, "", Span.NONE));
        }
    }

    private boolean resultText(String callId, Json.Str literal) {
        return parts.add(
                new Part.ToolResult(callId, literal.value(), literal.isFaithful() ? span(literal) : Span.NONE));
    }

    /** Keeps what a block has besides what was read of it. */
    private void rest(int place, Json.Obj block, Set<String> read) {
        Map<String, String> rest = new TreeMap<>();
        for (Json.Member member : block.members()) {
            String name = member.name().value();
            if (!read.contains(name)
                    && !CACHE_MARKS.contains(name)
                    && !(member.value() instanceof Json.Null)
                    && !isDefault(name, member.value())) {
                rest.put(name, canonical(member.value()));
            }
        }
        if (!rest.isEmpty()) {
            blockExtras.put(place, joined(rest));
        }
    }

    /** Clients say these or leave them out as they like. */
    private static boolean isDefault(String name, Json value) {
        return (name.equals("is_error") && value instanceof Json.Bool flag && !flag.value())
                || (name.equals("citations")
                        && value instanceof Json.Arr list
                        && list.items().isEmpty());
    }

    private static boolean hasOnly(Json.Obj object, Set<String> names) {
        for (Json.Member member : object.members()) {
            String name = member.name().value();
            if (!names.contains(name) && !CACHE_MARKS.contains(name) && !(member.value() instanceof Json.Null)) {
                return false;
            }
        }
        return true;
    }

    private String joinedExtras() {
        if (!blockExtras.isEmpty()) {
            Map<String, String> byPlace = new TreeMap<>();
            blockExtras.forEach((place, rest) -> byPlace.put(Integer.toString(place), rest));
            extras.put("blocks", joined(byPlace));
        }
        return joined(extras);
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

    private String canonical(Json value) {
        return CanonicalJson.of(value, source, CACHE_MARKS);
    }

    private Span span(Json value) {
        return placed ? new Span(value.start() + shift, value.end() + shift) : Span.NONE;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
