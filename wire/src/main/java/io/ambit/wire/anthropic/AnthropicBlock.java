package io.ambit.wire.anthropic;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerTap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block of an answer's content, which arrives whole or in pieces. */
final class AnthropicBlock {
    private final String type;
    private final byte[] start;
    private final Json.Obj object;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();
    private final StringBuilder input = new StringBuilder();

    /** @param source what {@code object} was parsed from */
    AnthropicBlock(Json.Obj object, byte[] source) {
        String said = object.text("type");
        this.type = said == null ? "" : said;
        byte[] own = new byte[object.end() - object.start()];
        System.arraycopy(source, object.start(), own, 0, own.length);
        this.start = own;
        this.object = AnswerTap.parsed(own) instanceof Json.Obj reparsed ? reparsed : object;
        String begun = object.text(type.equals("thinking") ? "thinking" : "text");
        text.append(begun == null ? "" : begun);
        String signed = object.text("signature");
        signature.append(signed == null ? "" : signed);
    }

    /**
     * Takes a delta.
     *
     * @param room how many characters may be added
     * @return how many were
     */
    int add(Json delta, int room) {
        StringBuilder to = text;
        String more = delta.text("text");
        if (more == null) {
            more = delta.text("thinking");
        }
        if (more == null) {
            to = signature;
            more = delta.text("signature");
        }
        if (more == null) {
            to = input;
            more = delta.text("partial_json");
        }
        if (more == null || more.length() > room) {
            return 0;
        }
        to.append(more);
        return more.length();
    }

    /** How much of it is held, in characters. */
    int size() {
        return start.length;
    }

    boolean isCall() {
        return type.equals("tool_use");
    }

    /** Whether it is a call that Ambit answers. */
    boolean isRetrieve() {
        return isCall() && RetrieveTool.NAME.equals(object.text("name"));
    }

    boolean isThinking() {
        return type.equals("thinking") || type.equals("redacted_thinking");
    }

    boolean isText() {
        return type.equals("text");
    }

    String text() {
        return isText() ? text.toString() : "";
    }

    /** What a call says, as JSON. */
    private String arguments() {
        Json begun = object.get("input");
        if (!input.isEmpty() || begun == null) {
            return input.isEmpty() ? "{}" : input.toString();
        }
        return Utf8.decode(start, begun.start(), begun.end());
    }

    /** The block as a part of a message; null for text without any. */
    @Nullable Part part() {
        if (isText()) {
            return text.isEmpty() ? null : new Part.Text(text.toString(), Span.NONE);
        }
        if (isCall()) {
            return call();
        }
        byte[] whole = Utf8.encode(json());
        Json read = AnswerTap.parsed(whole);
        return new Part.Opaque(
                type, read == null ? Utf8.decode(whole) : CanonicalJson.of(read, whole, Set.of()), Span.NONE);
    }

    Part.ToolCall call() {
        String id = object.text("id");
        String name = object.text("name");
        return new Part.ToolCall(id == null ? "" : id, name == null ? "" : name, arguments(), Span.NONE);
    }

    /** The block as one JSON object, which has whatever its beginning had. */
    String json() {
        Splice splice = new Splice();
        put(splice, type.equals("thinking") ? "thinking" : "text", text);
        put(splice, "signature", signature);
        if (!input.isEmpty()) {
            Json read = AnswerTap.parsed(Utf8.encode(input.toString()));
            member(splice, "input", read instanceof Json.Obj ? input.toString() : "{}");
        }
        return Utf8.decode(splice.apply(start));
    }

    private void put(Splice splice, String name, StringBuilder said) {
        String begun = object.text(name);
        if (!said.isEmpty() && !said.toString().equals(begun)) {
            member(splice, name, JsonStrings.quote(said.toString()));
        }
    }

    private void member(Splice splice, String name, String json) {
        Json begun = object.get(name);
        if (begun != null) {
            splice.replace(begun.start(), begun.end(), json);
        } else if (!object.members().isEmpty()) {
            splice.insert(object.end() - 1, "," + JsonStrings.quote(name) + ":" + json);
        }
    }
}
