package io.ambit.testkit.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on plain sockets that records what it gets, byte for byte, and answers from a script. It shares no
 * code with any HTTP library, so that it sees what a library would hide.
 */
public final class ScriptedModel implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket listener;
    private final BiFunction<RecordedRequest, Integer, ScriptedAnswer> script;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch closedByClient = new CountDownLatch(1);

    private ScriptedModel(int port, BiFunction<RecordedRequest, Integer, ScriptedAnswer> script) {
        this.script = script;
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("scripted-model").start(this::accept);
    }

    /** Answers request {@code n} with answer {@code n}, and each further one with the last. */
    public static ScriptedModel start(ScriptedAnswer... answers) {
        return start(0, (request, number) -> answers[Math.min(number, answers.length - 1)]);
    }

    /**
     * Answers as {@code script} says.
     *
     * @param port 0 for any that is free
     * @param script takes the request and its number, from 0
     */
    public static ScriptedModel start(int port, BiFunction<RecordedRequest, Integer, ScriptedAnswer> script) {
        return new ScriptedModel(port, script);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What came so far, in order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The last that came. */
    public RecordedRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /** Whether a client closed its connection in the middle of an answer, waiting for that up to {@code seconds}. */
    public boolean wasClosedByClient(int seconds) throws InterruptedException {
        return closedByClient.await(seconds, TimeUnit.SECONDS);
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

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("scripted-connection").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            OutputStream out = socket.getOutputStream();
            for (RecordedRequest request = read(in, out); request != null; request = read(in, out)) {
                requests.add(request);
                int number = count.getAndIncrement();
                if (!answer(script.apply(request, number), request, number, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            closedByClient.countDown();
        } finally {
            open.remove(socket);
        }
    }

    /** Returns whether the connection may be used again. */
    private boolean answer(ScriptedAnswer answer, RecordedRequest request, int number, InputStream in, OutputStream out)
            throws IOException {
        ScriptedAnswer.Raw raw = switch (answer) {
            case ScriptedAnswer.Raw as -> as;
            case ScriptedAnswer.Chat chat -> {
                pause(chat);
                yield request.target().startsWith(MessagesAnswers.PATH)
                        ? MessagesAnswers.of(chat, request, number)
                        : ChatAnswers.of(chat, request, number);
            }
        };
        out.write(raw.head());
        out.flush();
        for (ScriptedAnswer.Piece piece : raw.pieces()) {
            switch (piece) {
                case ScriptedAnswer.Piece.Bytes bytes -> {
                    out.write(bytes.bytes());
                    out.flush();
                }
                case ScriptedAnswer.Piece.UntilClosed _ -> {
                    if (in.read() < 0) {
                        closedByClient.countDown();
                    }
                    return false;
                }
                case ScriptedAnswer.Piece.Drop _ -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static void pause(ScriptedAnswer.Chat chat) throws IOException {
        try {
            Thread.sleep(chat.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static @Nullable RecordedRequest read(InputStream in, OutputStream out) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            headers.add(Map.entry(name, value));
            if (name.equalsIgnoreCase("content-length")) {
                length = Long.parseLong(value);
            } else if (name.equalsIgnoreCase("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            } else if (name.equalsIgnoreCase("expect")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
        byte[] body = chunked ? chunks(in) : in.readNBytes((int) length);
        String[] words = first.split(" ", 3);
        return new RecordedRequest(words[0], words[1], List.copyOf(headers), body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line(in);
            if (line == null) {
                throw new IOException("the client closed the connection inside its request");
            }
            int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            if (size == 0) {
                for (String trailer = line(in); trailer != null && !trailer.isEmpty(); trailer = line(in)) {}
                return body.toByteArray();
            }
            body.write(in.readNBytes(size));
            line(in);
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
