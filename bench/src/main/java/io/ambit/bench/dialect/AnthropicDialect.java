package io.ambit.bench.dialect;

import static io.ambit.core.text.JsonStrings.quote;

import io.ambit.wire.WireFormat;
import java.util.List;

/** Anthropic's messages. */
final class AnthropicDialect implements Dialect {
    private static final String MESSAGE =
            "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"made\",\"stop_sequence\":null,";

    @Override
    public WireFormat format() {
        return WireFormat.ANTHROPIC;
    }

    @Override
    public String header() {
        return "anthropic-version: 2023-06-01";
    }

    @Override
    public String request(List<Turn> turns, String ask, boolean stream) {
        StringBuilder out = new StringBuilder("{\"model\":\"made\",\"max_tokens\":1000,\"stream\":" + stream
                + ",\"system\":[{\"type\":\"text\",\"text\":\"You are an agent.\",\"cache_control\":"
                + "{\"type\":\"ephemeral\"}}],\"messages\":[");
        for (int t = 0; t < turns.size(); t++) {
            Turn turn = turns.get(t);
            // Of the message before, the output of a tool stands with the next thing that is asked.
            out.append(t == 0 ? "{\"role\":\"user\",\"content\":[" : ",")
                    .append(text(turn.ask()))
                    .append("]},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_")
                    .append(t)
                    .append("\",\"name\":")
                    .append(quote(turn.tool()))
                    .append(",\"input\":")
                    .append(turn.arguments())
                    .append("}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_")
                    .append(t)
                    .append("\",\"content\":")
                    .append(quote(turn.output()))
                    .append('}');
        }
        return out.append(turns.isEmpty() ? "{\"role\":\"user\",\"content\":[" : ",")
                .append(text(ask))
                .append("]}],\"tools\":[{\"name\":\"read\",\"description\":\"Reads a file.\",\"input_schema\":"
                        + "{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}}}}]}")
                .toString();
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":" + quote(text) + "}";
    }

    @Override
    public MadeAnswer answer(String text, boolean stream) {
        if (!stream) {
            return whole("{\"type\":\"text\",\"text\":" + quote(text) + "}", "end_turn");
        }
        Pieces out = begin("{\"type\":\"text\",\"text\":\"\"}");
        Pieces.parts(text).forEach(part -> delta(out, "{\"type\":\"text_delta\",\"text\":" + quote(part) + "}"));
        return end(out, "end_turn");
    }

    @Override
    public MadeAnswer call(String tool, String arguments, boolean stream) {
        String block = "{\"type\":\"tool_use\",\"id\":\"toolu_x\",\"name\":" + quote(tool) + ",\"input\":";
        if (!stream) {
            return whole(block + arguments + "}", "tool_use");
        }
        Pieces out = begin(block + "{}}");
        Pieces.parts(arguments)
                .forEach(part -> delta(out, "{\"type\":\"input_json_delta\",\"partial_json\":" + quote(part) + "}"));
        return end(out, "tool_use");
    }

    private static MadeAnswer whole(String block, String stop) {
        return new MadeAnswer(
                MadeAnswer.JSON,
                List.of(MESSAGE + "\"content\":[" + block + "],\"stop_reason\":\"" + stop
                        + "\",\"usage\":{\"input_tokens\":100,\"output_tokens\":10}}"));
    }

    private static Pieces begin(String block) {
        return new Pieces()
                .event(
                        "message_start",
                        "{\"type\":\"message_start\",\"message\":" + MESSAGE
                                + "\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":100,"
                                + "\"output_tokens\":1}}}")
                .event(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":" + block + "}")
                .event("ping", "{\"type\":\"ping\"}");
    }

    private static void delta(Pieces out, String delta) {
        out.event("content_block_delta", "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":" + delta + "}");
    }

    private static MadeAnswer end(Pieces out, String stop) {
        return out.event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                .event(
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + stop
                                + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":10}}")
                .event("message_stop", "{\"type\":\"message_stop\"}")
                .as(MadeAnswer.EVENTS);
    }
}
