package io.ambit.wire;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which requests for an answer come and go. */
public enum WireFormat {
    OPENAI_CHAT("openai-chat", "/v1/chat/completions"),
    OPENAI_RESPONSES("openai-responses", "/v1/responses"),
    ANTHROPIC("anthropic", "/v1/messages"),
    OLLAMA_CHAT("ollama-chat", "/api/chat"),
    OLLAMA_GENERATE("ollama-generate", "/api/generate");

    private final String title;
    private final String path;

    WireFormat(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /** The format whose requests are posted to {@code path}. */
    public static Optional<WireFormat> ofPath(String path) {
        return Arrays.stream(values())
                .filter(format -> format.path.equals(path))
                .findFirst();
    }

    /** Its name in the ledger, in reports and in the configuration. */
    public String title() {
        return title;
    }

    /** Where its requests are posted to, without the address of the server. */
    public String path() {
        return path;
    }
}
