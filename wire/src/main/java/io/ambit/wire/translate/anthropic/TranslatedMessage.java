package io.ambit.wire.translate.anthropic;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of Anthropic's that is made of a chat completion. Its blocks stand one after the other, while calls of a chat
 * completion may come in turns: the first block that is not at its end streams, what belongs to later ones is kept.
 */
final class TranslatedMessage {
    private final String requestedModel;
    private final String idBase;
    private final boolean thinks;
    private final List<TranslatedBlock> blocks = new ArrayList<>();
    private final Map<Long, TranslatedBlock> calls = new HashMap<>();
    private @Nullable TranslatedBlock latestCall;
    private String id = "";
    private String model = "";
    private String finish = "";
    private Usage usage = Usage.UNKNOWN;
    private boolean begun;
    private int shown;

    /**
     * An empty message.
     *
     * @param idBase what ids are made from where the upstream gives none
     * @param thinks whether the model's reasoning is part of it
     */
    TranslatedMessage(String requestedModel, String idBase, boolean thinks) {
        this.requestedModel = requestedModel;
        this.idBase = idBase;
        this.thinks = thinks;
    }

    void usage(Usage counted) {
        usage = counted;
    }

    boolean isFinished() {
        return !finish.isEmpty();
    }

    /** Reads a chunk, or a whole completion. */
    void read(Json root, byte[] source) {
        String named = root.text("id");
        id = id.isEmpty() && named != null ? named : id;
        String of = root.text("model");
        model = model.isEmpty() && of != null ? of : model;
        Json choices = root.get("choices");
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            if (choice.get("index") instanceof Json.Num index && index.asLong(0) != 0) {
                continue;
            }
            boolean inPieces = choice.get("delta") instanceof Json.Obj;
            Json said = inPieces ? choice.get("delta") : choice.get("message");
            if (said != null) {
                said(said, source, inPieces);
            }
            String reason = choice.text("finish_reason");
            finish = reason == null ? finish : reason;
        }
    }

    private void said(Json said, byte[] source, boolean inPieces) {
        String reasoning = said.text("reasoning_content");
        reasoning = reasoning == null ? said.text("reasoning") : reasoning;
        if (thinks && reasoning != null) {
            say("thinking", reasoning);
        }
        Json content = said.get("content");
        if (content instanceof Json.Str text) {
            say("text", text.value());
        } else if (content != null) {
            for (Json part : content.items()) {
                String text = part.text("text");
                say("text", text == null ? "" : text);
            }
        }
        String refusal = said.text("refusal");
        say("text", refusal == null ? "" : refusal);
        Json entries = said.get("tool_calls");
        for (Json entry : entries == null ? List.<Json>of() : entries.items()) {
            call(entry, source, inPieces);
        }
    }

    private void say(String type, String more) {
        if (more.isEmpty()) {
            return;
        }
        TranslatedBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last == null || !last.type().equals(type)) {
            last = new TranslatedBlock(type, "");
            blocks.add(last);
        }
        last.add(more);
    }

    private void call(Json entry, byte[] source, boolean inPieces) {
        long index = entry.get("index") instanceof Json.Num number ? number.asLong(-1) : -1;
        String callId = entry.text("id");
        TranslatedBlock call = index < 0 ? latestCall : calls.get(index);
        if (!inPieces || call == null || call.isOther(callId, name(entry))) {
            call = new TranslatedBlock("tool_use", "toolu_" + idBase + "_" + blocks.size());
            blocks.add(call);
            calls.put(index, call);
        }
        latestCall = call;
        Json function = entry.get("function");
        Json arguments = function == null ? null : function.get("arguments");
        String more = arguments == null || arguments instanceof Json.Null
                ? ""
                : arguments instanceof Json.Str text
                        ? text.value()
                        : Utf8.decode(source, arguments.start(), arguments.end());
        call.addCall(callId, name(entry), more);
    }

    private static String name(Json entry) {
        Json function = entry.get("function");
        String name = function == null ? null : function.text("name");
        return name == null ? "" : name;
    }

    /** Writes what can be told now. */
    void flush(OutputStream out) throws IOException {
        if (!begun && (!id.isEmpty() || !blocks.isEmpty())) {
            begin(out);
        }
        while (shown < blocks.size()) {
            TranslatedBlock block = blocks.get(shown);
            // A call may grow while later ones come; text that something follows does not.
            boolean ended = isFinished() || (shown + 1 < blocks.size() && !block.isCall());
            out.write(Utf8.encode(block.events(shown, ended)));
            if (!ended) {
                return;
            }
            shown++;
        }
    }

    private void begin(OutputStream out) throws IOException {
        begun = true;
        String head = head() + ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{"
                + "\"input_tokens\":" + Math.max(0, fresh()) + ",\"output_tokens\":0}}";
        out.write(Utf8.encode(event("message_start", "\"message\":" + head)));
    }

    private String head() {
        String named = id.startsWith("msg_") ? id : "msg_" + (id.isEmpty() ? idBase : id);
        return "{\"id\":" + JsonStrings.quote(named) + ",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
                + JsonStrings.quote(model.isEmpty() ? requestedModel : model);
    }

    static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (members.isEmpty() ? "" : ",") + members
                + "}\n\n";
    }

    /** Ends the stream. */
    void endStream(OutputStream out) throws IOException {
        if (!begun) {
            begin(out);
        }
        finish = finish.isEmpty() ? "stop" : finish;
        flush(out);
        out.write(Utf8.encode(event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"" + stopReason() + "\",\"stop_sequence\":null},\"usage\":"
                                + usageJson())
                + event("message_stop", "")));
    }

    /** The message as one JSON text. */
    String whole() {
        List<String> content = blocks.stream().map(TranslatedBlock::json).toList();
        return head() + ",\"content\":[" + String.join(",", content) + "],\"stop_reason\":\"" + stopReason()
                + "\",\"stop_sequence\":null,\"usage\":" + usageJson() + "}";
    }

    private String stopReason() {
        boolean calls = blocks.stream().anyMatch(TranslatedBlock::isCall);
        return switch (finish) {
            case "length" -> "max_tokens";
            case "content_filter" -> "refusal";
            case "tool_calls", "function_call" -> "tool_use";
            default -> calls ? "tool_use" : "end_turn"; // some servers say "stop" after calls
        };
    }

    /** Input that was not read from the cache. */
    private long fresh() {
        return usage.input() < 0 ? -1 : usage.input() - Math.max(0, usage.cached());
    }

    private String usageJson() {
        return "{\"input_tokens\":" + Math.max(0, fresh()) + ",\"cache_creation_input_tokens\":0"
                + ",\"cache_read_input_tokens\":" + Math.max(0, usage.cached()) + ",\"output_tokens\":"
                + Math.max(0, usage.output()) + "}";
    }
}
