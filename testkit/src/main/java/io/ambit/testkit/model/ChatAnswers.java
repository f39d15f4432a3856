package io.ambit.testkit.model;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chat completions as OpenAI-compatible servers write them, streamed and whole. */
final class ChatAnswers {
    private static final int PIECE = 12;

    private ChatAnswers() {}

    /** {@code chat} in the form that the request asks for. */
    static ScriptedAnswer.Raw of(ScriptedAnswer.Chat chat, RecordedRequest request, int number) {
        Json body = parsed(request.body());
        String model = body == null ? null : body.text("model");
        String start = "{\"id\":\"chatcmpl-" + number + "\",\"object\":\"chat.completion%s\",\"created\":1700000000,"
                + "\"model\":" + JsonStrings.quote(model == null ? "scripted" : model) + ",";
        boolean stream = body != null && body.get("stream") instanceof Json.Bool wanted && wanted.value();
        if (!stream) {
            String whole = start.formatted("") + "\"choices\":[{\"index\":0,\"message\":" + message(chat)
                    + ",\"finish_reason\":\"" + finish(chat) + "\"}],\"usage\":" + usage(chat) + "}";
            return ScriptedAnswer.answer(
                    200, Map.of("Content-Type", "application/json"), whole.getBytes(StandardCharsets.UTF_8));
        }
        Json options = body.get("stream_options");
        boolean usage = options != null && options.get("include_usage") instanceof Json.Bool asked && asked.value();
        return ScriptedAnswer.chunked(200, "text/event-stream", events(chat, start.formatted(".chunk"), usage));
    }

    private static Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonSyntaxException e) {
            return Json.parse("{}");
        }
    }

    private static String message(ScriptedAnswer.Chat chat) {
        StringBuilder out = new StringBuilder("{\"role\":\"assistant\",\"content\":");
        out.append(chat.text().isEmpty() ? "null" : JsonStrings.quote(chat.text()));
        if (!chat.calls().isEmpty()) {
            out.append(",\"tool_calls\":[");
            for (int i = 0; i < chat.calls().size(); i++) {
                ScriptedAnswer.Call call = chat.calls().get(i);
                out.append(i == 0 ? "" : ",")
                        .append("{\"id\":")
                        .append(JsonStrings.quote(call.id()))
                        .append(",\"type\":\"function\",\"function\":{\"name\":")
                        .append(JsonStrings.quote(call.name()))
                        .append(",\"arguments\":")
                        .append(JsonStrings.quote(call.arguments()))
                        .append("}}");
            }
            out.append(']');
        }
        return out.append('}').toString();
    }

    private static List<byte[]> events(ScriptedAnswer.Chat chat, String start, boolean usage) {
        List<String> deltas = new ArrayList<>();
        deltas.add("{\"role\":\"assistant\",\"content\":\"\"}");
        for (String piece : pieces(chat.text())) {
            deltas.add("{\"content\":" + JsonStrings.quote(piece) + "}");
        }
        for (int i = 0; i < chat.calls().size(); i++) {
            ScriptedAnswer.Call call = chat.calls().get(i);
            deltas.add("{\"tool_calls\":[{\"index\":" + i + ",\"id\":" + JsonStrings.quote(call.id())
                    + ",\"type\":\"function\",\"function\":{\"name\":" + JsonStrings.quote(call.name())
                    + ",\"arguments\":\"\"}}]}");
            for (String piece : pieces(call.arguments())) {
                deltas.add("{\"tool_calls\":[{\"index\":" + i + ",\"function\":{\"arguments\":"
                        + JsonStrings.quote(piece) + "}}]}");
            }
        }
        List<byte[]> events = new ArrayList<>();
        for (String delta : deltas) {
            events.add(event(start + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}"));
        }
        events.add(
                event(start + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + finish(chat) + "\"}]}"));
        if (usage) {
            events.add(event(start + "\"choices\":[],\"usage\":" + usage(chat) + "}"));
        }
        events.add(event("[DONE]"));
        return events;
    }

    private static String finish(ScriptedAnswer.Chat chat) {
        return chat.calls().isEmpty() ? "stop" : "tool_calls";
    }

    private static String usage(ScriptedAnswer.Chat chat) {
        return "{\"prompt_tokens\":" + chat.prompt() + ",\"completion_tokens\":" + chat.completion()
                + ",\"total_tokens\":" + (chat.prompt() + chat.completion())
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + chat.cached() + "}}";
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Cut between code points, as servers mostly do. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int until = Math.min(text.length(), from + PIECE);
            if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
                until++;
            }
            pieces.add(text.substring(from, until));
            from = until;
        }
        return pieces;
    }
}
