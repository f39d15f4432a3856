package io.ambit.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client on a plain socket: it sends exactly the given bytes, and can go away whenever it likes. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer: its head as text, and its body without transfer coding. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Answer(String head, byte[] body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    void send(String head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        socket.getOutputStream().write(all.toByteArray());
        socket.getOutputStream().flush();
    }

    Answer post(String target, byte[] body, String... headerLines) throws IOException {
        String more = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        send(
                "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Content-Length: " + body.length
                        + "\r\n\r\n",
                body);
        return read();
    }

    /** Reads up to the end of the head. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) c);
        }
        return head.toString();
    }

    Answer read() throws IOException {
        String head = readHead();
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            return new Answer(head, chunks());
        }
        int at = lower.indexOf("content-length:");
        if (at < 0) {
            return new Answer(head, new byte[0]);
        }
        int length = Integer.parseInt(
                lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        return new Answer(head, in.readNBytes(length));
    }

    /** The next byte of whatever comes, -1 at the end. */
    int next() throws IOException {
        return in.read();
    }

    /** All that comes until the server closes the connection, or breaks it off. */
    String untilClosed() {
        StringBuilder all = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                all.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not closed after: " + all, e);
        } catch (IOException e) {
            // a reset is an end as well
        }
        return all.toString();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed in the middle of an answer");
                }
                size.append((char) c);
            }
            int length = Integer.parseInt(size.toString().strip(), 16);
            body.write(in.readNBytes(length));
            in.readNBytes(2);
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
