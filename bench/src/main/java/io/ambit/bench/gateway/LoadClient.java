package io.ambit.bench.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** One connection that asks again and again; it reads each answer to its very end. */
final class LoadClient implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    LoadClient(int port) throws IOException {
        this.port = port;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /**
     * Sends {@code body} and reads the answer; returns the nanoseconds that it took.
     *
     * @param lateness takes the age, in nanoseconds, of each event that says when it was written
     */
    long ask(byte[] body, LongConsumer lateness) throws IOException {
        if (closing) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            closing = false;
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 200);
        request.writeBytes(
                ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer none\r\nUser-Agent: load\r\nContent-Length: " + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        long start = System.nanoTime();
        request.writeTo(socket.getOutputStream());
        String status = line();
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.equalsIgnoreCase(CHUNKED)) {
                chunked = true;
            } else if (line.equalsIgnoreCase("connection: close")) {
                closing = true;
            }
        }
        if (chunked) {
            int size;
            do {
                size = Integer.parseInt(line(), 16);
                MockUpstream.ages(in.readNBytes(size), lateness);
                line();
            } while (size > 0);
        } else {
            in.skipNBytes(length);
        }
        if (!status.contains(" 200")) {
            throw new IOException("answered " + status + ", expected 200");
        }
        return System.nanoTime() - start;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
