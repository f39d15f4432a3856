package io.ambit.gateway.profile;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a server is Ollama, which puts every prompt of {@code /v1/completions} into the model's template: the settings
 * tell, else its version, asked for once. Thread-safe.
 */
public final class OllamaSign {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_ANSWER_BYTES = 4096;
    private static final int MAX_KNOWN = 1_000;

    private final Upstream http;
    private final Map<URI, Boolean> known = new ConcurrentHashMap<>();

    /** @param http stays the caller's to close */
    public OllamaSign(Upstream http) {
        this.http = http;
    }

    public boolean isAt(UpstreamSettings upstream) {
        if (!upstream.formats().isEmpty()) {
            return upstream.formats().contains(WireFormat.OLLAMA_CHAT)
                    || upstream.formats().contains(WireFormat.OLLAMA_GENERATE);
        }
        Boolean told = known.get(upstream.base());
        if (told != null) {
            return told;
        }
        boolean is = tellsVersion(upstream.base());
        if (known.size() < MAX_KNOWN) {
            known.put(upstream.base(), is);
        }
        return is;
    }

    private boolean tellsVersion(URI base) {
        String url = new UpstreamAddress(base).of("/api/version");
        try (UpstreamAnswer answer =
                http.call("GET", url, Headers.NONE, PATIENCE).send(new byte[0])) {
            return answer.status() == 200
                    && Json.parse(answer.body().readNBytes(MAX_ANSWER_BYTES)).text("version") != null;
        } catch (IOException | JsonSyntaxException e) {
            return false;
        }
    }
}
