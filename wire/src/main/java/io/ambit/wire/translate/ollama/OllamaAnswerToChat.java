package io.ambit.wire.translate.ollama;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.LineSplitter;
import io.ambit.wire.MessageList;
import io.ambit.wire.SseEvent;
import io.ambit.wire.answer.AnswerRound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ollama's lines as events of a chat completion, and its whole answer as a whole one. */
final class OllamaAnswerToChat implements AnswerTranslation {
    private final boolean stream;
    private final boolean usage;
    private final String name;
    private final LineSplitter lines = new LineSplitter(AnswerRound.MAX_READ);
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private int status;
    private int round;
    private int calls;
    private boolean begun;
    private boolean ended;

    OllamaAnswerToChat(byte[] body) {
        Json root = MessageList.parse(body);
        stream = ChatToOllama.isStream(root);
        usage = ChatToOllama.wantsUsage(root);
        // The same in every run, and unlike that of any other request.
        name = Hash.of(body).hex().substring(0, 24);
    }

    @Override
    public String begin(int newStatus, String contentType) {
        status = newStatus;
        round++;
        calls = 0;
        begun = false;
        ended = false;
        whole.reset();
        return streams() ? "text/event-stream" : "application/json";
    }

    private boolean streams() {
        return stream && status < 400;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream translated) throws IOException {
        if (streams()) {
            int taken = ended ? length : lines.feed(bytes, offset, length, line -> line(line, translated));
            if (taken < length) {
                lines.rest();
                fail("a line of the upstream's answer is too long", translated);
            }
        } else if (whole.size() + length <= AnswerRound.MAX_READ) {
            whole.write(bytes, offset, length);
        }
    }

    private void line(byte[] line, OutputStream out) throws IOException {
        Json root = parsed(line);
        if (ended || !(root instanceof Json.Obj)) {
            return; // an empty line
        }
        String error = error(root);
        if (error != null) {
            ended = true;
            out.write(SseEvent.ofJson(chatError(error)));
            return;
        }
        if (!begun) {
            begun = true;
            out.write(chunk(root, "{\"role\":\"assistant\",\"content\":\"\"}", "null"));
        }
        Json message = root.get("message");
        if (message != null) {
            said(message, "thinking", "reasoning", root, out);
            said(message, "content", "content", root, out);
            for (String call : calls(message, line)) {
                out.write(chunk(root, "{\"tool_calls\":[" + call + "]}", "null"));
            }
        }
        if (root.get("done") instanceof Json.Bool done && done.value()) {
            ended = true;
            out.write(chunk(root, "{}", JsonStrings.quote(finish(root))));
            if (usage) {
                out.write(SseEvent.ofJson(
                        head(root, "chat.completion.chunk") + "\"choices\":[],\"usage\":" + usage(root) + "}"));
            }
            out.write(Utf8.encode("data: [DONE]\n\n"));
        }
    }

    private void said(Json message, String from, String to, Json root, OutputStream out) throws IOException {
        String text = message.text(from);
        if (text != null && !text.isEmpty()) {
            out.write(chunk(root, "{\"" + to + "\":" + JsonStrings.quote(text) + "}", "null"));
        }
    }

    private byte[] chunk(Json root, String delta, String finish) {
        return SseEvent.ofJson(head(root, "chat.completion.chunk") + "\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":" + finish + "}]}");
    }

    private String head(Json root, String kind) {
        String model = root.text("model");
        return "{\"id\":\"chatcmpl-" + name + "\",\"object\":\"" + kind + "\",\"created\":" + created(root)
                + ",\"model\":" + JsonStrings.quote(model == null ? "" : model)
                + ",\"system_fingerprint\":\"fp_ollama\",";
    }

    private static long created(Json root) {
        String at = root.text("created_at");
        try {
            return at == null ? 0 : Instant.parse(at).getEpochSecond();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** The calls of a message, each with an id and with its arguments as a text. */
    private List<String> calls(Json message, byte[] source) {
        List<String> written = new ArrayList<>();
        Json entries = message.get("tool_calls");
        for (Json entry : entries == null ? List.<Json>of() : entries.items()) {
            Json function = entry.get("function");
            Json arguments = function == null ? null : function.get("arguments");
            String id = entry.text("id");
            String tool = function == null ? null : function.text("name");
            String text = arguments == null
                    ? "{}"
                    : arguments instanceof Json.Str string
                            ? string.value()
                            : Utf8.decode(source, arguments.start(), arguments.end());
            int index = calls++;
            written.add("{\"index\":" + index + ",\"id\":"
                    + JsonStrings.quote(id == null || id.isEmpty() ? "call_" + name + "_" + round + "_" + index : id)
                    + ",\"type\":\"function\",\"function\":{\"name\":" + JsonStrings.quote(tool == null ? "" : tool)
                    + ",\"arguments\":" + JsonStrings.quote(text) + "}}");
        }
        return written;
    }

    private String finish(Json root) {
        String reason = root.text("done_reason");
        return "length".equals(reason) ? "length" : calls > 0 ? "tool_calls" : "stop";
    }

    private static String usage(Json root) {
        long prompt = number(root, "prompt_eval_count");
        long completion = number(root, "eval_count");
        return "{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + completion + ",\"total_tokens\":"
                + (prompt + completion) + "}";
    }

    private static long number(Json root, String field) {
        return root.get(field) instanceof Json.Num number ? Math.max(0, number.asLong(0)) : 0;
    }

    @Override
    public void end(OutputStream translated) throws IOException {
        if (streams()) {
            lines.finish(line -> line(line, translated));
            if (!ended) {
                fail("the upstream ended its answer in the midst of it", translated);
            }
        } else {
            translated.write(Utf8.encode(whole(whole.toByteArray())));
        }
    }

    private void fail(String message, OutputStream out) throws IOException {
        ended = true;
        out.write(SseEvent.ofJson(chatError(message)));
    }

    private String whole(byte[] body) {
        Json root = parsed(body);
        String error = root == null ? null : error(root);
        if (error != null || status >= 400 || root == null) {
            String said = error != null ? error : Utf8.decode(body, 0, Math.min(body.length, 2000));
            return chatError(said.isBlank() ? "the upstream answered with status " + status + " and no body" : said);
        }
        Json message = root.get("message");
        String content = message == null ? null : message.text("content");
        String thinking = message == null ? null : message.text("thinking");
        List<String> made = message == null ? List.of() : calls(message, body);
        boolean silent = content == null || (content.isEmpty() && !made.isEmpty());
        return head(root, "chat.completion")
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                + (silent || content == null ? "null" : JsonStrings.quote(content))
                + (thinking == null || thinking.isEmpty() ? "" : ",\"reasoning\":" + JsonStrings.quote(thinking))
                + (made.isEmpty() ? "" : ",\"tool_calls\":[" + String.join(",", made) + "]")
                + "},\"finish_reason\":" + JsonStrings.quote(finish(root)) + "}],\"usage\":" + usage(root) + "}";
    }

    private static @Nullable String error(Json root) {
        Json error = root.get("error");
        if (error == null || error instanceof Json.Null) {
            return null;
        }
        String said = error.asText() == null ? error.text("message") : error.asText();
        return said == null ? "error without a message" : said;
    }

    private String chatError(String message) {
        // The server under Ollama says it in JSON, which arrives as a text.
        boolean tooLong = message.contains("exceed_context_size") || message.contains("longer than the context length");
        String type = status < 500 && status >= 400 ? "invalid_request_error" : "upstream_error";
        String code = tooLong ? "\"context_length_exceeded\"" : "null";
        return "{\"error\":{\"message\":" + JsonStrings.quote(message) + ",\"type\":\"" + type
                + "\",\"param\":null,\"code\":" + code + "}}";
    }

    private static @Nullable Json parsed(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
