package io.ambit.bench.soak;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection of an agent. */
final class SoakClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    SoakClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * What came back.
     *
     * @param status 0 where nothing came
     * @param whole whether the body ended as its head said
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Answer(int status, byte[] body, boolean whole) {}

    void ask(String path, String header, Script script, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 300);
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n") + "User-Agent: soak\r\n" + Script.HEADER + ": "
                        + script.text() + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        request.writeTo(socket.getOutputStream());
    }

    /** Reads a whole answer, or what comes of it. */
    Answer answer() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = 0;
        try {
            RawHead head = RawHead.read(in);
            if (head == null) {
                return new Answer(0, new byte[0], false);
            }
            status = head.status();
            if (!head.isChunked()) {
                body.write(in.readNBytes(head.length()));
                return new Answer(status, body.toByteArray(), body.size() == head.length());
            }
            while (true) {
                String size = RawHead.line(in);
                if (size == null) {
                    return new Answer(status, body.toByteArray(), false);
                }
                int length = Integer.parseInt(size, 16);
                byte[] chunk = in.readNBytes(length);
                body.write(chunk);
                if (chunk.length < length || RawHead.line(in) == null) {
                    return new Answer(status, body.toByteArray(), false);
                }
                if (length == 0) {
                    return new Answer(status, body.toByteArray(), true);
                }
            }
        } catch (IOException e) {
            return new Answer(status, body.toByteArray(), false);
        }
    }

    /** Waits for the first byte of an answer. */
    void begin() throws IOException {
        in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
