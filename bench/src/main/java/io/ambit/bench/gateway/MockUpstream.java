package io.ambit.bench.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that a model server can be: it reads a request and writes a canned answer, streamed where asked for. */
final class MockUpstream implements AutoCloseable {
    private static final int EVENTS = 20;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] STREAM_MARK = "\"stream\":true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHOLE = whole();
    private static final byte[][] EVENT_CHUNKS = events();

    private final ServerSocket listener;

    MockUpstream() {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            OutputStream out = socket.getOutputStream();
            for (int length = head(in); length >= 0; length = head(in)) {
                byte[] body = in.readNBytes(length);
                if (isStream(body)) {
                    for (byte[] chunk : EVENT_CHUNKS) {
                        out.write(chunk);
                        out.flush();
                    }
                } else {
                    out.write(WHOLE);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // the client closed its connection: the end of it
        }
    }

    /** Length of the body that follows, -1 at the end of the connection. */
    private static int head(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int length = 0;
        boolean any = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String text = line.toString().strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty() && any) {
                return length;
            }
            any = true;
            if (text.startsWith("content-length:")) {
                length = Integer.parseInt(text.substring(15).strip());
            }
            line.setLength(0);
        }
        return -1;
    }

    private static boolean isStream(byte[] body) {
        for (int i = 0; i < Math.min(200, body.length - STREAM_MARK.length); i++) {
            int k = 0;
            while (k < STREAM_MARK.length && body[i + k] == STREAM_MARK[k]) {
                k++;
            }
            if (k == STREAM_MARK.length) {
                return true;
            }
        }
        return false;
    }

    private static byte[] whole() {
        String body =
                "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                        + "\"message\":{\"role\":\"assistant\",\"content\":\"" + "word ".repeat(100)
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":100}}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[][] events() {
        byte[][] chunks = new byte[EVENTS + 2][];
        chunks[0] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < EVENTS; i++) {
            chunks[i + 1] =
                    chunk("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word word \"},\"finish_reason\":"
                            + (i == EVENTS - 1 ? "\"stop\"" : "null") + "}]}\n\n");
        }
        byte[] done = chunk("data: [DONE]\n\n");
        byte[] end = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        chunks[EVENTS + 1] = new byte[done.length + end.length];
        System.arraycopy(done, 0, chunks[EVENTS + 1], 0, done.length);
        System.arraycopy(end, 0, chunks[EVENTS + 1], done.length, end.length);
        return chunks;
    }

    private static byte[] chunk(String text) {
        return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
