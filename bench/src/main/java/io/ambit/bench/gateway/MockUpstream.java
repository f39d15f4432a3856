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
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * The least that a model server can be: it reads a request and writes a canned answer, streamed where asked for. Each
 * event says when it was written, by the clock of this machine's processes.
 */
public final class MockUpstream implements AutoCloseable {
    private static final int EVENTS = 20;
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Asked for this model, it pauses after each event. */
    static final String PACED_MODEL = "paced";

    private static final long PAUSE_NANOS = 2_000_000;
    private static final byte STAMP = '@';
    private static final byte[] WHOLE = whole();
    private final ServerSocket listener;

    MockUpstream() {
        this(0);
    }

    /**
     * Starts to listen on this machine.
     *
     * @param port 0 for any that is free
     */
    public MockUpstream(int port) {
        try {
            listener = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public int port() {
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
                String text = new String(body, StandardCharsets.ISO_8859_1);
                if (text.contains("\"stream\":true") || text.contains("\"stream\": true")) {
                    stream(out, text.contains('"' + PACED_MODEL + '"') ? PAUSE_NANOS : 0);
                } else {
                    out.write(WHOLE);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // the client closed its connection: the end of it
        }
    }

    private static void stream(OutputStream out, long pauseNanos) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < EVENTS; i++) {
            out.write(chunk("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + (char) STAMP + System.nanoTime()
                    + " \"},\"finish_reason\":" + (i == EVENTS - 1 ? "\"stop\"" : "null") + "}]}\n\n"));
            out.flush();
            if (pauseNanos > 0) {
                LockSupport.parkNanos(pauseNanos);
            }
        }
        out.write(chunk("data: [DONE]\n\n"));
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Tells how long ago each event in {@code bytes} was written, in nanoseconds. */
    static void ages(byte[] bytes, LongConsumer age) {
        long now = System.nanoTime();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == STAMP) {
                long stamp = 0;
                for (i++; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                    stamp = stamp * 10 + (bytes[i] - '0');
                }
                if (stamp > 0) {
                    age.accept(now - stamp);
                }
            }
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

    private static byte[] whole() {
        String body =
                "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                        + "\"message\":{\"role\":\"assistant\",\"content\":\"" + "word ".repeat(100)
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":100}}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
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
