package io.ambit.bench.dialect;

import static io.ambit.core.text.JsonStrings.quote;

import io.ambit.wire.WireFormat;
import java.util.List;

/** OpenAI's Responses. */
final class ResponsesDialect implements Dialect {
    private static final String RESPONSE =
            "{\"id\":\"resp_1\",\"object\":\"response\",\"model\":\"made\",\"status\":\"";

    @Override
    public WireFormat format() {
        return WireFormat.OPENAI_RESPONSES;
    }

    @Override
    public String request(List<Turn> turns, String ask, boolean stream) {
        StringBuilder out = new StringBuilder("{\"model\":\"made\",\"stream\":" + stream
                + ",\"instructions\":\"You are an agent.\",\"store\":false,\"input\":[");
        for (int t = 0; t < turns.size(); t++) {
            Turn turn = turns.get(t);
            out.append(user(turn.ask()))
                    .append(",{\"type\":\"function_call\",\"call_id\":\"call_")
                    .append(t)
                    .append("\",\"name\":")
                    .append(quote(turn.tool()))
                    .append(",\"arguments\":")
                    .append(quote(turn.arguments()))
                    .append("},{\"type\":\"function_call_output\",\"call_id\":\"call_")
                    .append(t)
                    .append("\",\"output\":")
                    .append(quote(turn.output()))
                    .append("},");
        }
        return out.append(user(ask))
                .append("],\"tools\":[{\"type\":\"function\",\"name\":\"read\",\"description\":\"Reads a file.\","
                        + "\"parameters\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}}}}]}")
                .toString();
    }

    private static String user(String text) {
        return "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":" + quote(text)
                + "}]}";
    }

    @Override
    public MadeAnswer answer(String text, boolean stream) {
        String part = "{\"type\":\"output_text\",\"annotations\":[],\"text\":";
        String item = "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"status\":\"";
        String done = item + "completed\",\"content\":[" + part + quote(text) + "}]}";
        if (!stream) {
            return new MadeAnswer(MadeAnswer.JSON, List.of(response(done)));
        }
        Pieces out = begin();
        event(out, "output_item.added", "\"output_index\":0,\"item\":" + item + "in_progress\",\"content\":[]}");
        String at = "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,";
        event(out, "content_part.added", at + "\"part\":" + part + "\"\"}");
        Pieces.parts(text).forEach(some -> event(out, "output_text.delta", at + "\"delta\":" + quote(some)));
        event(out, "output_text.done", at + "\"text\":" + quote(text));
        event(out, "content_part.done", at + "\"part\":" + part + quote(text) + "}");
        return end(out, done);
    }

    @Override
    public MadeAnswer call(String tool, String arguments, boolean stream) {
        String item = "{\"id\":\"fc_1\",\"type\":\"function_call\",\"call_id\":\"call_x\",\"name\":" + quote(tool);
        String done = item + ",\"status\":\"completed\",\"arguments\":" + quote(arguments) + "}";
        if (!stream) {
            return new MadeAnswer(MadeAnswer.JSON, List.of(response(done)));
        }
        Pieces out = begin();
        event(
                out,
                "output_item.added",
                "\"output_index\":0,\"item\":" + item + ",\"status\":\"in_progress\",\"arguments\":\"\"}");
        String at = "\"item_id\":\"fc_1\",\"output_index\":0,";
        Pieces.parts(arguments)
                .forEach(some -> event(out, "function_call_arguments.delta", at + "\"delta\":" + quote(some)));
        event(out, "function_call_arguments.done", at + "\"arguments\":" + quote(arguments));
        return end(out, done);
    }

    private static Pieces begin() {
        Pieces out = new Pieces();
        event(out, "created", "\"response\":" + RESPONSE + "in_progress\",\"output\":[]}");
        return out;
    }

    private static MadeAnswer end(Pieces out, String item) {
        event(out, "output_item.done", "\"output_index\":0,\"item\":" + item);
        event(out, "completed", "\"response\":" + response(item));
        return out.as(MadeAnswer.EVENTS);
    }

    private static String response(String item) {
        return RESPONSE + "completed\",\"output\":[" + item
                + "],\"usage\":{\"input_tokens\":100,\"output_tokens\":10,\"total_tokens\":110}}";
    }

    private static void event(Pieces out, String name, String fields) {
        out.event("response." + name, "{\"type\":\"response." + name + "\"," + fields + "}");
    }
}
