package io.ambit.gateway.ollama;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks one server what only an Ollama knows. Every question throws an {@link AmbitException} where there is no answer.
 * Thread-safe.
 */
public final class OllamaServer {
    private static final int MAX_BYTES = 16 << 20;
    private static final Headers JSON = new Headers(List.of(new Headers.Field("Content-Type", "application/json")));

    private final Upstream upstream;
    private final UpstreamAddress address;

    /** @param base of the server, with or without {@code /v1} */
    public OllamaServer(Upstream upstream, URI base) {
        this.upstream = upstream;
        this.address = new UpstreamAddress(base);
    }

    /** Its version, "" where it is no Ollama. */
    public String version() {
        Answer answer = ask("GET", "/api/version", "");
        String version = answer.status() == 200 ? answer.body().text("version") : null;
        return version == null ? "" : version;
    }

    /** What its models were trained for, by name; 0 where it does not say. */
    public Map<String, Integer> models() {
        return sizes("/api/tags", true);
    }

    /** The windows of the models that are loaded, by name. */
    public Map<String, Integer> loaded() {
        return sizes("/api/ps", false);
    }

    private Map<String, Integer> sizes(String path, boolean inDetails) {
        Json models = good("GET", path, "").get("models");
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Json model : models == null ? List.<Json>of() : models.items()) {
            String name = model.text("name") == null ? model.text("model") : model.text("name");
            if (name != null) {
                sizes.put(
                        ModelName.full(name),
                        ShownModel.number(inDetails ? model.get("details") : model, "context_length"));
            }
        }
        return sizes;
    }

    /** What it says of a model. */
    public ShownModel show(String model) {
        return ShownModel.of(good("POST", "/api/show", "{\"model\":" + JsonStrings.quote(model) + "}"));
    }

    /** Loads a model, if it is not loaded, the way that a request without wishes does. */
    void load(String model) {
        good("POST", "/api/generate", "{\"model\":" + JsonStrings.quote(model) + ",\"stream\":false}");
    }

    /** Makes a model that is {@code from} with a window of {@code numCtx}; one of that name becomes this. */
    public void create(String name, String from, int numCtx) {
        good(
                "POST",
                "/api/create",
                "{\"model\":" + JsonStrings.quote(name) + ",\"from\":" + JsonStrings.quote(from)
                        + ",\"parameters\":{\"num_ctx\":" + numCtx + "},\"stream\":false}");
    }

    private record Answer(int status, Json body) {}

    private Json good(String method, String path, String body) {
        Answer answer = ask(method, path, body);
        String error = answer.body().text("error");
        if (answer.status() != 200 || error != null) {
            throw new AmbitException(path + " of " + address.of("") + " answered " + answer.status()
                    + (error == null ? "" : ": " + error));
        }
        return answer.body();
    }

    private Answer ask(String method, String path, String body) {
        byte[] sent = Utf8.encode(body);
        Headers headers = sent.length == 0 ? Headers.NONE : JSON;
        try (UpstreamAnswer answer =
                upstream.question(method, address.of(path), headers).send(sent)) {
            byte[] read = answer.body().readNBytes(MAX_BYTES);
            return new Answer(answer.status(), read.length == 0 ? Json.parse("null") : parsed(read));
        } catch (IOException e) {
            throw new AmbitException("the connection to " + address.of(path) + " broke: " + e.getMessage(), e);
        }
    }

    private static Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonSyntaxException e) {
            return Json.parse("null"); // whatever it is, it says nothing here
        }
    }
}
