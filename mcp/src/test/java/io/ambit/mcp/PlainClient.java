package io.ambit.mcp;

import io.ambit.mcp.transport.Connection;
import io.ambit.mcp.transport.SessionOpener;
import io.ambit.mcp.transport.StdioServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that writes lines and reads lines, without the SDK: what stands on the wire is what is checked. */
final class PlainClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream toServer;
    private final BufferedReader fromServer;
    private final Thread server;
    private final Deque<JsonNode> unread = new ArrayDeque<>();
    private int lastId;

    PlainClient(SessionOpener opener, Connection connection) {
        try {
            // Real pipes: those of java.io take the end of a writing thread for the end of the stream.
            Pipe there = Pipe.open();
            Pipe back = Pipe.open();
            toServer = Channels.newOutputStream(there.sink());
            fromServer = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(back.source()), StandardCharsets.UTF_8));
            OutputStream out = Channels.newOutputStream(back.sink());
            StdioServer stdio = new StdioServer(Channels.newInputStream(there.source()), out, opener, connection);
            server = Thread.ofPlatform().start(() -> serve(stdio, out));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void serve(StdioServer server, OutputStream out) {
        try (out) {
            server.run();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Introduces itself and takes up the session; returns what the server says of itself. */
    JsonNode hello(String capabilities) {
        JsonNode answer = ask(
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":" + capabilities
                        + ",\"clientInfo\":{\"name\":\"plain\",\"version\":\"1\"}}");
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return answer.path("result");
    }

    /** Sends a request and returns its answer, whole; what comes before it stays to be read. */
    JsonNode ask(String method, String params) {
        return answer(request(method, params));
    }

    int request(String method, String params) {
        int id = ++lastId;
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        return id;
    }

    JsonNode answer(int id) {
        return await(message -> message.path("id").asInt(-1) == id && !message.has("method"));
    }

    /** The next request or notice of a name. */
    JsonNode awaitMethod(String method) {
        return await(message -> message.path("method").asString("").equals(method));
    }

    /** The next message of a kind; others stay to be read. */
    JsonNode await(Predicate<JsonNode> wanted) {
        for (JsonNode message : unread) {
            if (wanted.test(message)) {
                unread.remove(message);
                return message;
            }
        }
        while (true) {
            JsonNode message = next();
            if (wanted.test(message)) {
                return message;
            }
            unread.add(message);
        }
    }

    /** What was read and not asked for so far. */
    Deque<JsonNode> unread() {
        return unread;
    }

    private JsonNode next() {
        try {
            String line = fromServer.readLine();
            if (line == null) {
                throw new AssertionError("the server has ended, not read: " + unread);
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void reply(JsonNode request, Map<String, Object> result) {
        send(JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", request.path("id"), "result", result)));
    }

    void send(String line) {
        try {
            toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            toServer.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the input and waits for the server to end. */
    @Override
    public void close() {
        try {
            toServer.close();
            server.join();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
