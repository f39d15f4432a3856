package io.ambit.testkit.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a {@link ScriptedModel} does with one request. */
public sealed interface ScriptedAnswer {
    /** A tool call of the model's. */
    record Call(String id, String name, String arguments) {}

    /**
     * A chat completion, streamed or whole as the request asks.
     *
     * @param delay before its head
     * @param prompt prompt tokens reported
     * @param cached those of the prompt that were in the cache
     * @param completion completion tokens reported
     */
    record Chat(String text, List<Call> calls, Duration delay, int prompt, int cached, int completion)
            implements ScriptedAnswer {
        public Chat {
            calls = List.copyOf(calls);
        }

        public Chat withUsage(int promptTokens, int cachedTokens, int completionTokens) {
            return new Chat(text, calls, delay, promptTokens, cachedTokens, completionTokens);
        }
    }

    /** Bytes exactly as given: the head with its blank line, then each piece in a write of its own. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Raw(byte[] head, List<Piece> pieces) implements ScriptedAnswer {
        public Raw {
            pieces = List.copyOf(pieces);
        }
    }

    /** A step of a raw answer. */
    sealed interface Piece {
        @SuppressWarnings("ArrayRecordComponent") // written, never compared
        record Bytes(byte[] bytes) implements Piece {}

        /** Waits until the client closes the connection. */
        record UntilClosed() implements Piece {}

        /** Closes the connection at once. */
        record Drop() implements Piece {}
    }

    static Chat text(String text) {
        return new Chat(text, List.of(), Duration.ZERO, 100, 0, 10);
    }

    static Chat calls(String text, Call... calls) {
        return new Chat(text, List.of(calls), Duration.ZERO, 100, 0, 10);
    }

    /** A whole answer of that status and body. */
    static Raw answer(int status, Map<String, String> headers, byte[] body) {
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        lines.add("Content-Length: " + body.length);
        return new Raw(head(status, lines), body.length == 0 ? List.of() : List.of(new Piece.Bytes(body)));
    }

    /** A chunked answer whose chunks are written one by one; the last is followed by the end. */
    static Raw chunked(int status, String contentType, List<byte[]> chunks) {
        List<Piece> pieces = new ArrayList<>();
        for (byte[] chunk : chunks) {
            pieces.add(new Piece.Bytes(chunk(chunk)));
        }
        pieces.add(new Piece.Bytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        return new Raw(head(status, List.of("Content-Type: " + contentType, "Transfer-Encoding: chunked")), pieces);
    }

    /** Takes the request and never says anything. */
    static Raw silence() {
        return new Raw(new byte[0], List.of(new Piece.UntilClosed()));
    }

    /** Begins a stream of events with {@code first} and then waits for the client to go. */
    static Raw stalled(String first) {
        return new Raw(
                head(200, List.of("Content-Type: text/event-stream", "Transfer-Encoding: chunked")),
                List.of(new Piece.Bytes(chunk(first.getBytes(StandardCharsets.UTF_8))), new Piece.UntilClosed()));
    }

    /** Begins a stream of events with {@code first} and breaks off. */
    static Raw dropped(String first) {
        return new Raw(
                head(200, List.of("Content-Type: text/event-stream", "Transfer-Encoding: chunked")),
                List.of(new Piece.Bytes(chunk(first.getBytes(StandardCharsets.UTF_8))), new Piece.Drop()));
    }

    private static byte[] head(int status, List<String> lines) {
        return ("HTTP/1.1 " + status + " Scripted\r\n" + String.join("\r\n", lines) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[size.length + bytes.length + 2];
        System.arraycopy(size, 0, all, 0, size.length);
        System.arraycopy(bytes, 0, all, size.length, bytes.length);
        all[all.length - 2] = '\r';
        all[all.length - 1] = '\n';
        return all;
    }
}
