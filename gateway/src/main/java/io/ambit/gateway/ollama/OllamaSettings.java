package io.ambit.gateway.ollama;

/**
 * How Ollama servers are dealt with.
 *
 * @param look whether a server that may be an Ollama, for all that is configured of it, is asked whether it is
 * @param numCtx the window that a model is loaded with where its own does not suffice, if it was trained for as much
 */
public record OllamaSettings(boolean look, int numCtx) {
    public static final int DEFAULT_NUM_CTX = 32_768;

    /** Only servers that are configured to speak Ollama's formats are taken for an Ollama. */
    public static final OllamaSettings DEFAULT = new OllamaSettings(false, DEFAULT_NUM_CTX);

    public OllamaSettings {
        if (numCtx < 1) {
            throw new IllegalArgumentException("num_ctx " + numCtx + ", expected at least 1");
        }
    }
}
