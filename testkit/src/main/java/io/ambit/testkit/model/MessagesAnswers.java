package io.ambit.testkit.model;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers of Anthropic's messages, streamed and whole; with thinking and its signature where the request asks for it. */
final class MessagesAnswers {
    static final String PATH = "/v1/messages";

    private MessagesAnswers() {}

    /** {@code chat} in the form that the request asks for. */
    static ScriptedAnswer.Raw of(ScriptedAnswer.Chat chat, RecordedRequest request, int number) {
        Json body = Json.parse(request.body());
        boolean stream = body.get("stream") instanceof Json.Bool wanted && wanted.value();
        List<String> blocks = new ArrayList<>();
        if (body.get("thinking") != null) {
            blocks.add("{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig-" + number + "\"}");
        }
        if (!chat.text().isEmpty()) {
            blocks.add("{\"type\":\"text\",\"text\":" + JsonStrings.quote(chat.text()) + "}");
        }
        for (ScriptedAnswer.Call call : chat.calls()) {
            blocks.add("{\"type\":\"tool_use\",\"id\":" + JsonStrings.quote(call.id()) + ",\"name\":"
                    + JsonStrings.quote(call.name()) + ",\"input\":" + call.arguments() + "}");
        }
        String finish = chat.calls().isEmpty() ? "\"end_turn\"" : "\"tool_use\"";
        return stream
                ? ScriptedAnswer.chunked(200, "text/event-stream", events(chat, number, blocks, finish))
                : ScriptedAnswer.answer(
                        200,
                        Map.of("Content-Type", "application/json"),
                        message(chat, number, String.join(",", blocks), finish).getBytes(StandardCharsets.UTF_8));
    }

    private static String message(ScriptedAnswer.Chat chat, int number, String content, String finish) {
        return "{\"id\":\"msg_" + number + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"scripted\","
                + "\"content\":[" + content + "],\"stop_reason\":" + finish + ",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":" + (chat.prompt() - chat.cached())
                + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":" + chat.cached()
                + ",\"output_tokens\":" + chat.completion() + "}}";
    }

    private static List<byte[]> events(ScriptedAnswer.Chat chat, int number, List<String> blocks, String finish) {
        List<byte[]> events = new ArrayList<>();
        events.add(event("message_start", ",\"message\":" + message(chat, number, "", "null")));
        events.add(event("ping", ""));
        for (int b = 0; b < blocks.size(); b++) {
            block(b, blocks.get(b), events);
        }
        events.add(event(
                "message_delta",
                ",\"delta\":{\"stop_reason\":" + finish + ",\"stop_sequence\":null},\"usage\":{\"output_tokens\":"
                        + chat.completion() + "}"));
        events.add(event("message_stop", ""));
        return events;
    }

    private static void block(int index, String json, List<byte[]> events) {
        Json block = Json.parse(json);
        String place = ",\"index\":" + index;
        String type = String.valueOf(block.text("type"));
        List<String> deltas = new ArrayList<>();
        String start = switch (type) {
            case "thinking" -> {
                deltas.add("thinking_delta\",\"thinking\":" + block.get("thinking"));
                deltas.add("signature_delta\",\"signature\":" + block.get("signature"));
                yield "\"thinking\":\"\",\"signature\":\"\"";
            }
            case "text" -> {
                deltas.add("text_delta\",\"text\":" + block.get("text"));
                yield "\"text\":\"\"";
            }
            default -> {
                String input = json.substring(json.indexOf(",\"input\":") + 9, json.length() - 1);
                deltas.add("input_json_delta\",\"partial_json\":" + JsonStrings.quote(input));
                yield "\"id\":" + block.get("id") + ",\"name\":" + block.get("name") + ",\"input\":{}";
            }
        };
        events.add(
                event("content_block_start", place + ",\"content_block\":{\"type\":\"" + type + "\"," + start + "}"));
        deltas.forEach(
                delta -> events.add(event("content_block_delta", place + ",\"delta\":{\"type\":\"" + delta + "}")));
        events.add(event("content_block_stop", place));
    }

    private static byte[] event(String type, String members) {
        return ("event: " + type + "\ndata: {\"type\":\"" + type + "\"" + members + "}\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
