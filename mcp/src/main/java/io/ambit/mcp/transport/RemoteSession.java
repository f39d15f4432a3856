package io.ambit.mcp.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session with a server of this machine over Streamable HTTP, from the client's end. Thread-safe. */
public final class RemoteSession implements AutoCloseable {
    private static final int MAX_LINE = 64 << 20;
    private static final String DATA = "data:";
    private static final String ID = "id:";
    private static final String SESSION = "Mcp-Session-Id";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI endpoint;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .proxy(ProxySelector.of(null))
            .build();

    private volatile @Nullable String session;
    private volatile @Nullable String lastEvent;

    /** Nothing is sent yet. */
    public RemoteSession(URI endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** Whether a server answers there that speaks MCP and takes the token. */
    public boolean isThere() throws InterruptedException {
        try {
            // Without a session's id this is refused, in words that only such a server has.
            HttpRequest probe = request()
                    .timeout(PATIENCE)
                    .header("Accept", "text/event-stream")
                    .GET()
                    .build();
            HttpResponse<String> answer = http.send(probe, BodyHandlers.ofString());
            return answer.statusCode() == 400 && answer.body().contains(SESSION);
        } catch (IOException e) {
            return false;
        }
    }

    boolean isOpen() {
        return session != null;
    }

    /**
     * Sends a message and hands on all that is answered.
     *
     * @throws IOException where the server does not take it
     */
    void send(String message, Consumer<String> answers) throws IOException, InterruptedException {
        HttpRequest post = request()
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        HttpResponse<InputStream> answer = http.send(post, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            answer.headers().firstValue(SESSION).ifPresent(id -> session = id);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                events(body, answers, false);
                return;
            }
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            if (answer.statusCode() >= 400) {
                throw new IOException("status " + answer.statusCode());
            }
            if (!text.isBlank()) {
                answers.accept(text);
            }
        }
    }

    /** Reads what the server says of its own accord, until its stream ends. */
    void listen(Consumer<String> messages) throws IOException, InterruptedException {
        HttpRequest.Builder get = request().header("Accept", "text/event-stream");
        String seen = lastEvent;
        if (seen != null) {
            get.header("Last-Event-ID", seen);
        }
        HttpResponse<InputStream> answer = http.send(get.GET().build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 404) {
                session = null;
            } else if (answer.statusCode() == 200) {
                events(body, messages, true);
            } else {
                lastEvent = null;
            }
        }
    }

    private void events(InputStream body, Consumer<String> messages, boolean resumable) throws IOException {
        LineReader lines = new LineReader(body, MAX_LINE);
        LineReader.Line line = lines.next();
        while (line != null) {
            if (!(line instanceof LineReader.Line.Text(String text))) {
                throw new IOException("an event that cannot be read");
            }
            if (text.startsWith(DATA) && text.length() > DATA.length() + 1) {
                messages.accept(text.substring(DATA.length()).strip());
            } else if (resumable && text.startsWith(ID)) {
                lastEvent = text.substring(ID.length()).strip();
            }
            line = lines.next();
        }
    }

    /** Says that the client is gone. */
    void end() throws InterruptedException {
        if (session == null) {
            return;
        }
        try {
            http.send(request().timeout(PATIENCE).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException e) {
            // It ends without a word as well, later.
        }
        session = null;
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).header("Authorization", "Bearer " + token);
        String id = session;
        return id == null ? request : request.header(SESSION, id);
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
