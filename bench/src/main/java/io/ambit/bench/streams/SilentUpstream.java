package io.ambit.bench.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A model server that begins each stream of events with one event, and then thinks until its client goes. */
public final class SilentUpstream implements AutoCloseable {
    static final String EVENT = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

    private static final byte[] BEGIN =
            ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked" + "\r\n\r\n"
                            + Integer.toHexString(EVENT.length()) + "\r\n" + EVENT + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
    /** To whoever looks what kind of server this is. */
    private static final byte[] UNKNOWN =
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BACKLOG = 1000;
    private static final int BUFFER_BYTES = 2048;

    private final ServerSocket listener;

    public SilentUpstream() {
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

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

    /** The request is small and comes in one piece; what else comes is read and dropped. */
    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            int read = in.read(buffer);
            if (read > 0) {
                boolean asked = new String(buffer, 0, read, StandardCharsets.US_ASCII).startsWith("POST /v1/");
                socket.getOutputStream().write(asked ? BEGIN : UNKNOWN);
                while (in.read(buffer) >= 0) {}
            }
        } catch (IOException e) {
            // the end of the stream
        }
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
