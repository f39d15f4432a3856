package io.ambit.bench.soak;

import io.ambit.bench.dialect.MadeAnswer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A model server that does to each request what its script says. */
final class FaultyUpstream implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long PAUSE_NANOS = 20_000_000;

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesIn = new AtomicLong();

    FaultyUpstream() {
        try {
            listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Bytes of bodies that arrived. */
    long bytesIn() {
        return bytesIn.get();
    }

    /** Connections that stand, those that wait for another request too. */
    int connections() {
        return open.size();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            boolean again = true;
            while (again) {
                RawHead head = RawHead.read(in);
                if (head == null) {
                    return;
                }
                bytesIn.addAndGet(in.readNBytes(head.length()).length);
                String script = head.field(Script.HEADER);
                again = script.isEmpty()
                        ? whole(socket.getOutputStream(), 404, "application/json", "", "{}")
                        : answer(Script.parse(script), socket, in);
            }
        } catch (IOException e) {
            // the gateway closed its connection, as it may
        } finally {
            open.remove(socket);
        }
    }

    /** Returns whether the connection may be used again. */
    private static boolean answer(Script script, Socket socket, InputStream in) throws IOException {
        OutputStream out = socket.getOutputStream();
        MadeAnswer made = script.answer();
        switch (script.fault()) {
            case LIMITED -> {
                return whole(out, 429, "application/json", "Retry-After: 1\r\n", Script.LIMITED_BODY);
            }
            case FAILED -> {
                return whole(out, 500, "application/json", "", Script.FAILED_BODY);
            }
            case GARBAGE -> {
                head(out, 200, made.contentType(), "");
                chunk(out, script.garbage());
            }
            case CLOSED -> {
                return false;
            }
            case SILENT -> {
                return in.read() >= 0;
            }
            case RESET, STALLED -> {
                head(out, 200, made.contentType(), "");
                chunk(out, first(made));
                if (script.fault() == Fault.STALLED) {
                    return in.read() >= 0;
                }
                socket.setSoLinger(true, 0);
                return false;
            }
            case NONE, SLOW, LEFT, REFUSED -> {
                head(out, 200, made.contentType(), "");
                for (String piece : made.pieces()) {
                    chunk(out, piece.getBytes(StandardCharsets.UTF_8));
                    if (script.fault() != Fault.NONE) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                }
            }
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    private static byte[] first(MadeAnswer made) {
        String piece = made.pieces().get(0);
        return piece.substring(0, Math.min(piece.length(), 40)).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean whole(OutputStream out, int status, String type, String more, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + " Soak\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        return true;
    }

    private static void head(OutputStream out, int status, String type, String more) throws IOException {
        out.write(("HTTP/1.1 " + status + " Soak\r\nContent-Type: " + type + "\r\n" + more
                        + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
