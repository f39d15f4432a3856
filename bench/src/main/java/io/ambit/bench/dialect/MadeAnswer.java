package io.ambit.bench.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer of a model server: its content type, and its body in the pieces in which it comes. */
public record MadeAnswer(String contentType, List<String> pieces) {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";
    static final String LINES = "application/x-ndjson";

    public MadeAnswer {
        pieces = List.copyOf(pieces);
    }

    public byte[] body() {
        return String.join("", pieces).getBytes(StandardCharsets.UTF_8);
    }
}
