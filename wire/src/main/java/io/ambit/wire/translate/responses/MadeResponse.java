package io.ambit.wire.translate.responses;

import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.translate.responses.MadeItem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that is made of the chunks of a chat completion, with the events that tell of it. Text ends where something
 * else begins; calls, which may come in pieces that take turns, all end with the answer.
 */
final class MadeResponse {
    private static final int HASH_LENGTH = 24;

    private final ToolNames names;
    private final List<MadeItem> items = new ArrayList<>();
    private final Map<Long, MadeItem> calls = new HashMap<>();
    private final Map<Long, StringBuilder> unnamed = new HashMap<>();
    private @Nullable MadeItem open;
    private @Nullable Json usage;
    private String id = "";
    private String model = "";
    private long created;
    private String finish = "";
    private boolean begun;
    private boolean ended;
    private int sequence;

    MadeResponse(ToolNames names) {
        this.names = names;
    }

    /** Whether its last event was written. */
    boolean isEnded() {
        return ended;
    }

    /** Whether the model said why it stopped. */
    boolean isFinished() {
        return !finish.isEmpty();
    }

    /** Takes a chunk, or a whole completion, and writes the events that it makes. */
    void chunk(Json root, byte[] source, OutputStream out) throws IOException {
        Json error = root.get("error");
        if (ended) {
            return;
        }
        if (Members.isSaid(error)) {
            fail(ChatErrors.object(error), out);
            return;
        }
        begin(root, out);
        usage = root.get("usage") instanceof Json.Obj counted ? counted : usage;
        Json choices = root.get("choices");
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            if (!(choice.get("index") instanceof Json.Num index) || index.asLong(0) == 0) {
                choice(choice, source, out);
            }
        }
    }

    private void begin(Json root, OutputStream out) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        String said = root.text("id");
        id = said == null || said.isEmpty()
                ? "resp_" + UUID.randomUUID().toString().replace("-", "")
                : said;
        id = id.startsWith("resp_") ? id : "resp_" + id;
        String named = root.text("model");
        model = named == null ? "" : named;
        created = root.get("created") instanceof Json.Num time ? time.asLong(0) : 0;
        event("response.created", new Members().json("response", object("in_progress")), out);
        event("response.in_progress", new Members().json("response", object("in_progress")), out);
    }

    private void choice(Json choice, byte[] source, OutputStream out) throws IOException {
        Json message = choice.get("delta") instanceof Json.Obj delta ? delta : choice.get("message");
        if (message != null) {
            String notes = message.text("reasoning_content");
            say(Kind.REASONING, notes == null ? message.text("reasoning") : notes, out);
            Json content = message.get("content");
            if (content != null) {
                say(Kind.TEXT, content.asText(), out);
                for (Json part : content.items()) {
                    say(Kind.TEXT, part.text("text"), out);
                }
            }
            say(Kind.REFUSAL, message.text("refusal"), out);
            Json entries = message.get("tool_calls");
            if (entries != null) {
                long position = 0;
                for (Json entry : entries.items()) {
                    call(entry, position++, source, out);
                }
            }
        }
        String reason = choice.text("finish_reason");
        finish = reason == null ? finish : reason;
    }

    private void say(Kind kind, @Nullable String text, OutputStream out) throws IOException {
        if (text == null || text.isEmpty()) {
            return;
        }
        MadeItem item = open;
        if (item == null || item.kind() != kind) {
            closeOpen(out);
            String prefix = kind == Kind.REASONING ? "rs_" : "msg_";
            item = add(MadeItem.text(kind, items.size(), prefix + hash("item " + items.size())), out);
            open = item;
            event("response.content_part.added", ofPart(item).json("part", item.part()), out);
        }
        item.add(text);
        event(item.kind().events() + ".delta", ofPart(item).text("delta", text), out);
    }

    private void closeOpen(OutputStream out) throws IOException {
        MadeItem item = open;
        if (item != null) {
            open = null;
            close(item, out);
        }
    }

    private MadeItem add(MadeItem item, OutputStream out) throws IOException {
        items.add(item);
        event("response.output_item.added", ofItem(item).json("item", item.json()), out);
        return item;
    }

    private void call(Json entry, long position, byte[] source, OutputStream out) throws IOException {
        long index = entry.get("index") instanceof Json.Num number ? number.asLong(position) : position;
        Json custom = entry.get("custom");
        Json function = custom == null ? entry.get("function") : custom;
        if (function == null) {
            return;
        }
        String more = arguments(function.get(custom == null ? "arguments" : "input"), source);
        MadeItem call = calls.get(index);
        String name = function.text("name");
        if (call == null && (name == null || name.isEmpty())) {
            unnamed.computeIfAbsent(index, i -> new StringBuilder()).append(more);
            return;
        }
        if (call == null && name != null) {
            closeOpen(out);
            Kind kind = custom == null ? Kind.FUNCTION : Kind.CUSTOM;
            String said = entry.text("id");
            String callId = said == null || said.isEmpty() ? "call_" + hash("call " + items.size()) : said;
            String itemId = (custom == null ? "fc_" : "ctc_") + hash("item " + items.size());
            call = add(MadeItem.call(kind, items.size(), itemId, callId, names.back(name)), out);
            calls.put(index, call);
            StringBuilder before = unnamed.remove(index);
            more = before == null ? more : before + more;
        }
        if (call != null && !more.isEmpty()) {
            call.add(more);
            event(call.kind().events() + ".delta", ofSaid(call).text("delta", more), out);
        }
    }

    private static String arguments(@Nullable Json value, byte[] source) {
        return switch (value) {
            case null -> "";
            case Json.Null ignored -> "";
            case Json.Str text -> text.value();
            default -> CanonicalJson.of(value, source, Set.of());
        };
    }

    /** The same in every run, and another one for everything in a response. */
    private String hash(String what) {
        return Hash.of(id + ' ' + what).hex().substring(0, HASH_LENGTH);
    }

    private void close(MadeItem item, OutputStream out) throws IOException {
        item.done();
        Kind kind = item.kind();
        event(
                kind.events() + ".done",
                (kind.isCall() ? ofSaid(item) : ofPart(item)).text(kind.member(), item.said()),
                out);
        if (!kind.isCall()) {
            event("response.content_part.done", ofPart(item).json("part", item.part()), out);
        }
        event("response.output_item.done", ofItem(item).json("item", item.json()), out);
    }

    /** Ends the response as the model ended it. */
    void finish(OutputStream out) throws IOException {
        closeAll(out);
        ended = true;
        String status = status();
        event("response." + status, new Members().json("response", object(status)), out);
    }

    private void closeAll(OutputStream out) throws IOException {
        closeOpen(out);
        for (MadeItem item : items) {
            if (!item.isDone()) {
                close(item, out);
            }
        }
    }

    /** Ends it with an error. */
    void fail(String error, OutputStream out) throws IOException {
        ended = true;
        Json said = Json.parse(error);
        event(
                "error",
                new Members()
                        .text("code", said.text("code"))
                        .text("message", said.text("message"))
                        .json("param", "null")
                        .json("error", error),
                out);
        String code = said.text("code");
        String failure = new Members()
                .text("code", code == null ? "server_error" : code)
                .text("message", said.text("message"))
                .toString();
        event("response.failed", new Members().json("response", object("failed", failure)), out);
    }

    private String status() {
        return finish.equals("length") || finish.equals("content_filter") ? "incomplete" : "completed";
    }

    /** The response as it stands. */
    String whole() throws IOException {
        closeAll(OutputStream.nullOutputStream());
        return object(status());
    }

    private String object(String status) {
        return object(status, "null");
    }

    private String object(String status, String error) {
        String reason = finish.equals("length") ? "max_output_tokens" : finish;
        List<String> output =
                items.stream().filter(MadeItem::isDone).map(MadeItem::json).toList();
        return new Members()
                .text("id", id)
                .text("object", "response")
                .number("created_at", created)
                .text("status", status)
                .json("error", error)
                .json(
                        "incomplete_details",
                        status.equals("incomplete")
                                ? new Members().text("reason", reason).toString()
                                : "null")
                .json("instructions", "null")
                .json("metadata", "{}")
                .text("model", model)
                .json("output", "[" + String.join(",", output) + "]")
                .json("parallel_tool_calls", "true")
                .json("previous_response_id", "null")
                .json("store", "false")
                .json("temperature", "null")
                .text("tool_choice", "auto")
                .json("tools", "[]")
                .json("top_p", "null")
                .json("usage", status.equals("in_progress") ? "null" : usage())
                .toString();
    }

    private String usage() {
        Json counted = usage;
        if (counted == null) {
            return "null";
        }
        long in = number(counted, "prompt_tokens");
        long made = number(counted, "completion_tokens");
        long cached = number(counted.get("prompt_tokens_details"), "cached_tokens");
        long notes = number(counted.get("completion_tokens_details"), "reasoning_tokens");
        return new Members()
                .number("input_tokens", in)
                .json("input_tokens_details", "{\"cached_tokens\":" + cached + "}")
                .number("output_tokens", made)
                .json("output_tokens_details", "{\"reasoning_tokens\":" + notes + "}")
                .number("total_tokens", in + made)
                .toString();
    }

    private static long number(@Nullable Json object, String name) {
        return object != null && object.get(name) instanceof Json.Num number ? Math.max(0, number.asLong(0)) : 0;
    }

    private static Members ofItem(MadeItem item) {
        return new Members().number("output_index", item.index());
    }

    private static Members ofSaid(MadeItem item) {
        return new Members().text("item_id", item.id()).number("output_index", item.index());
    }

    private static Members ofPart(MadeItem item) {
        return ofSaid(item).number("content_index", 0);
    }

    private void event(String type, Members members, OutputStream out) throws IOException {
        String rest = members.toString().substring(1);
        out.write(Utf8.encode("event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":" + sequence++
                + "," + rest + "\n\n"));
    }
}
