package io.ambit.gateway.ollama;

import java.net.URI;

/**
 * A model that is loaded with a smaller window than it could have.
 *
 * @param base of its server
 * @param window in tokens
 * @param better what it was trained for, up to the size that is configured
 */
public record SmallWindow(URI base, String model, int window, int better) {
    /** What its variant with the better window is called. */
    public String variant() {
        return ModelName.variant(model, better);
    }
}
