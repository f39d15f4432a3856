package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.store.SqliteLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does not read is not read from the upstream either: it waits there, not in this process. */
class SlowReaderTest {
    private static final long TOTAL = 200L << 20;
    /** Buffers of sockets on both sides, which the system may let grow, and a few pieces in between. */
    private static final long BUFFERED = 24L << 20;

    private static final byte[] EVENT = ("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                    + "x".repeat(60_000) + "\"}}]}\n\n")
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions", "/v1/files"})
    void client_readsNothing_holdsTheUpstreamBack(String path) throws Exception {
        AtomicLong written = new AtomicLong();
        try (ServerSocket upstream = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Ledger ledger = SqliteLedger.open(data);
                AmbitServer server = AmbitServer.start(
                        ServerSettings.local(0, "t").withDrain(java.time.Duration.ofMillis(100)),
                        GatewaySettings.of(
                                URI.create("http://127.0.0.1:" + upstream.getLocalPort()), Policies.parse("off")),
                        ledger)) {
            Thread writer = Thread.ofPlatform().daemon().start(() -> pour(upstream, written));
            try (RawClient client = new RawClient(server.port())) {
                client.post("/healthz", new byte[0]);
                byte[] body = "{\"messages\":[],\"stream\":true}".getBytes(StandardCharsets.US_ASCII);
                client.send(
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n",
                        body);
                client.readHead();
                long[] before = {-1};
                int[] still = {0};
                RunningServer.eventually(() -> {
                    still[0] = written.get() == before[0] ? still[0] + 1 : 0;
                    before[0] = written.get();
                    return still[0] > 40 ? true : null;
                });
                assertThat(written.get()).isPositive().isLessThan(BUFFERED);
                assertThat(writer.isAlive()).isTrue();
                long read = 0;
                while (read < 3 * BUFFERED && client.next() >= 0) {
                    read++;
                }
                assertThat(written.get()).isGreaterThan(2 * BUFFERED);
            }
        }
    }

    private static void pour(ServerSocket upstream, AtomicLong written) {
        try (Socket socket = upstream.accept()) {
            InputStream in = socket.getInputStream();
            for (int matched = 0; matched < 4; ) {
                int c = in.read();
                matched = c == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
            }
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: " + TOTAL + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (written.get() < TOTAL) {
                out.write(EVENT);
                written.addAndGet(EVENT.length);
            }
        } catch (IOException e) {
            // the end of the test
        }
    }
}
