package io.ambit.bench.dialect;

import static io.ambit.core.text.JsonStrings.quote;

import io.ambit.wire.WireFormat;
import java.util.List;

/** Ollama's own API. */
final class OllamaDialect implements Dialect {
    private static final String HEAD = "{\"model\":\"made\",\"created_at\":\"2026-01-01T00:00:00Z\",";
    private static final String LAST = ",\"done\":true,\"done_reason\":\"stop\",\"total_duration\":5,"
            + "\"prompt_eval_count\":100,\"eval_count\":10}";

    private final boolean chat;

    /** @param chat {@code /api/chat}, else {@code /api/generate} */
    OllamaDialect(boolean chat) {
        this.chat = chat;
    }

    @Override
    public WireFormat format() {
        return chat ? WireFormat.OLLAMA_CHAT : WireFormat.OLLAMA_GENERATE;
    }

    @Override
    public String request(List<Turn> turns, String ask, boolean stream) {
        StringBuilder out = new StringBuilder("{\"model\":\"made\",\"stream\":" + stream);
        if (!chat) {
            StringBuilder prompt = new StringBuilder();
            turns.forEach(turn ->
                    prompt.append(turn.ask()).append('\n').append(turn.output()).append('\n'));
            return out.append(",\"system\":\"You are an agent.\",\"prompt\":")
                    .append(quote(prompt + ask))
                    .append('}')
                    .toString();
        }
        out.append(",\"messages\":[{\"role\":\"system\",\"content\":\"You are an agent.\"}");
        for (Turn turn : turns) {
            out.append(",{\"role\":\"user\",\"content\":")
                    .append(quote(turn.ask()))
                    .append("},{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":")
                    .append(quote(turn.tool()))
                    .append(",\"arguments\":")
                    .append(turn.arguments())
                    .append("}}]},{\"role\":\"tool\",\"tool_name\":")
                    .append(quote(turn.tool()))
                    .append(",\"content\":")
                    .append(quote(turn.output()))
                    .append('}');
        }
        return out.append(",{\"role\":\"user\",\"content\":")
                .append(quote(ask))
                .append("}],\"tools\":")
                .append(ChatDialect.TOOLS)
                .append('}')
                .toString();
    }

    @Override
    public MadeAnswer answer(String text, boolean stream) {
        if (!stream) {
            return new MadeAnswer(MadeAnswer.JSON, List.of(HEAD + said(text) + LAST));
        }
        Pieces out = new Pieces();
        Pieces.parts(text).forEach(part -> out.line(HEAD + said(part) + ",\"done\":false}"));
        return out.line(HEAD + said("") + LAST).as(MadeAnswer.LINES);
    }

    @Override
    public MadeAnswer call(String tool, String arguments, boolean stream) {
        String called = "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":"
                + quote(tool) + ",\"arguments\":" + arguments + "}}]}";
        if (!stream) {
            return new MadeAnswer(MadeAnswer.JSON, List.of(HEAD + called + LAST));
        }
        return new Pieces()
                .line(HEAD + called + ",\"done\":false}")
                .line(HEAD + said("") + LAST)
                .as(MadeAnswer.LINES);
    }

    private String said(String text) {
        return chat
                ? "\"message\":{\"role\":\"assistant\",\"content\":" + quote(text) + "}"
                : "\"response\":" + quote(text);
    }
}
