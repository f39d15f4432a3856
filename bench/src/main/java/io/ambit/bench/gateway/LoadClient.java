package io.ambit.bench.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that asks again and again; it reads each answer to its very end. */
final class LoadClient implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Socket socket;
    private final InputStream in;

    LoadClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** Sends {@code body} and reads the answer; returns the nanoseconds that it took. */
    long ask(byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 200);
        request.writeBytes(
                ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "User-Agent: load\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        long start = System.nanoTime();
        request.writeTo(socket.getOutputStream());
        String status = line();
        if (!status.contains(" 200")) {
            throw new IOException("answered " + status + ", expected 200");
        }
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.equalsIgnoreCase(CHUNKED)) {
                chunked = true;
            }
        }
        if (chunked) {
            int size;
            do {
                size = Integer.parseInt(line(), 16);
                in.skipNBytes(size);
                line();
            } while (size > 0);
        } else {
            in.skipNBytes(length);
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
