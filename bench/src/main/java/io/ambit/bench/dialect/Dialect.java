package io.ambit.bench.dialect;

import io.ambit.wire.WireFormat;
import java.util.List;

/** One wire format as a client writes it and a model server answers in it. Stateless. */
public interface Dialect {

    WireFormat format();

    /** A field of the head that tells the format, "" where the path does. */
    default String header() {
        return "";
    }

    /**
     * A request that carries a tool.
     *
     * @param turns what was done so far, oldest first
     * @param ask what is asked now
     */
    String request(List<Turn> turns, String ask, boolean stream);

    /** An answer that says {@code text}. */
    MadeAnswer answer(String text, boolean stream);

    /** An answer that calls a tool. */
    MadeAnswer call(String tool, String arguments, boolean stream);

    /** That of a format. */
    static Dialect of(WireFormat format) {
        return switch (format) {
            case OPENAI_CHAT -> new ChatDialect();
            case OPENAI_RESPONSES -> new ResponsesDialect();
            case ANTHROPIC -> new AnthropicDialect();
            case OLLAMA_CHAT -> new OllamaDialect(true);
            case OLLAMA_GENERATE -> new OllamaDialect(false);
        };
    }
}
