package io.ambit.gateway.route;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.http.UpstreamCall;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks model servers over HTTP for their lists of models. Thread-safe. */
public final class UpstreamModels implements ModelQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_ANSWER_BYTES = 4 << 20;

    private final Upstream http;

    /** @param http stays the caller's to close */
    public UpstreamModels(Upstream http) {
        this.http = http;
    }

    @Override
    public List<String> models(UpstreamSettings upstream) {
        return models(upstream, Headers.NONE);
    }

    /**
     * The same, asked in a client's name.
     *
     * @param client of its headers only those that show a key are sent, and only where the upstream takes it
     */
    List<String> models(UpstreamSettings upstream, Headers client) {
        boolean tags = isOllamaOnly(upstream);
        Headers headers = Credentials.of(Credentials.only(client), upstream, asker(upstream), true);
        if (asker(upstream) == WireFormat.ANTHROPIC) {
            headers = headers.with("anthropic-version", "2023-06-01");
        }
        String url = new UpstreamAddress(upstream.base()).of(tags ? "/api/tags" : "/v1/models");
        UpstreamCall call = http.call("GET", url, headers, PATIENCE);
        // A list that drips would hold its thread for as long as it likes.
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(call::abort);
        try (UpstreamAnswer answer = call.send(new byte[0])) {
            if (answer.status() != 200) {
                throw new NoListException(
                        answer.status(), upstream + " answered the question for its models with " + answer.status());
            }
            return names(answer.body().readNBytes(MAX_ANSWER_BYTES), tags);
        } catch (IOException e) {
            throw new AmbitException(upstream + " gave no list of models: " + e.getMessage(), e);
        } catch (JsonSyntaxException e) {
            throw new NoListException(200, upstream + " gave no list of models: " + e.getMessage());
        }
    }

    /** It answered, and not with a list. */
    public static final class NoListException extends AmbitException {
        private final int status;

        NoListException(int status, String message) {
            super(message);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private static List<String> names(byte[] body, boolean tags) {
        Json list = Json.parse(body).get(tags ? "models" : "data");
        List<String> names = new ArrayList<>();
        for (Json item : list == null ? List.<Json>of() : list.items()) {
            String name = item.text(tags ? "name" : "id");
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isOllamaOnly(UpstreamSettings upstream) {
        return !upstream.formats().isEmpty()
                && upstream.formats().stream()
                        .allMatch(format -> format == WireFormat.OLLAMA_CHAT || format == WireFormat.OLLAMA_GENERATE);
    }

    private static WireFormat asker(UpstreamSettings upstream) {
        return upstream.formats().size() == 1 && upstream.speaks(WireFormat.ANTHROPIC)
                ? WireFormat.ANTHROPIC
                : WireFormat.OPENAI_CHAT;
    }
}
