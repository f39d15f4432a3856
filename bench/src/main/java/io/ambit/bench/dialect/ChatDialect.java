package io.ambit.bench.dialect;

import static io.ambit.core.text.JsonStrings.quote;

import io.ambit.wire.WireFormat;
import java.util.List;

/** OpenAI's chat completions. */
final class ChatDialect implements Dialect {
    static final String TOOLS =
            "[{\"type\":\"function\",\"function\":{\"name\":\"read\",\"description\":\"Reads a file.\","
                    + "\"parameters\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}}}}}]";
    private static final String USAGE =
            "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10,\"total_tokens\":110}";

    @Override
    public WireFormat format() {
        return WireFormat.OPENAI_CHAT;
    }

    @Override
    public String request(List<Turn> turns, String ask, boolean stream) {
        StringBuilder out = new StringBuilder("{\"model\":\"made\",\"stream\":" + stream + ",\"messages\":[")
                .append("{\"role\":\"system\",\"content\":\"You are an agent.\"}");
        for (int t = 0; t < turns.size(); t++) {
            Turn turn = turns.get(t);
            out.append(",{\"role\":\"user\",\"content\":").append(quote(turn.ask()));
            out.append("},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_")
                    .append(t)
                    .append("\",\"type\":\"function\",\"function\":{\"name\":")
                    .append(quote(turn.tool()))
                    .append(",\"arguments\":")
                    .append(quote(turn.arguments()));
            out.append("}}]},{\"role\":\"tool\",\"tool_call_id\":\"call_").append(t);
            out.append("\",\"content\":").append(quote(turn.output())).append('}');
        }
        return out.append(",{\"role\":\"user\",\"content\":")
                .append(quote(ask))
                .append("}],\"tools\":")
                .append(TOOLS)
                .append('}')
                .toString();
    }

    @Override
    public MadeAnswer answer(String text, boolean stream) {
        if (!stream) {
            return whole("\"content\":" + quote(text), "stop");
        }
        Pieces out = new Pieces().event(null, chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
        Pieces.parts(text).forEach(part -> out.event(null, chunk("{\"content\":" + quote(part) + "}", "null")));
        return end(out, "stop");
    }

    @Override
    public MadeAnswer call(String tool, String arguments, boolean stream) {
        String head = "{\"index\":0,\"id\":\"call_x\",\"type\":\"function\",\"function\":{\"name\":" + quote(tool);
        if (!stream) {
            return whole(
                    "\"content\":null,\"tool_calls\":[" + head + ",\"arguments\":" + quote(arguments) + "}}]",
                    "tool_calls");
        }
        Pieces out = new Pieces()
                .event(
                        null,
                        chunk("{\"role\":\"assistant\",\"tool_calls\":[" + head + ",\"arguments\":\"\"}}]}", "null"));
        Pieces.parts(arguments)
                .forEach(part -> out.event(
                        null,
                        chunk(
                                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":" + quote(part) + "}}]}",
                                "null")));
        return end(out, "tool_calls");
    }

    private static MadeAnswer whole(String message, String finish) {
        return new MadeAnswer(
                MadeAnswer.JSON,
                List.of("{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"made\",\"choices\":["
                        + "{\"index\":0,\"message\":{\"role\":\"assistant\"," + message + "},\"finish_reason\":\""
                        + finish
                        + "\"}]," + USAGE + "}"));
    }

    private static MadeAnswer end(Pieces out, String finish) {
        return out.event(null, chunk("{}", quote(finish)))
                .event(null, "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[]," + USAGE + "}")
                .event(null, "[DONE]")
                .as(MadeAnswer.EVENTS);
    }

    private static String chunk(String delta, String finish) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"made\",\"choices\":["
                + "{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}";
    }
}
