package io.ambit.bench.soak;

import io.ambit.bench.dialect.Dialect;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Json;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.http.Outbound;
import io.ambit.server.AmbitServer;
import io.ambit.server.ServedCodecs;
import io.ambit.server.ServerSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.wire.WireCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Agents of all formats, for as long as is wanted, through the whole server with its ledger, before a model server that
 * fails in every way it can. Client, server and model server share one process.
 */
public final class SoakRun {
    private static final String TOKEN = "token-of-the-soak";
    private static final int AGENTS = 12;

    /** Short, so that what hangs is over soon. */
    private static final Outbound OUTBOUND =
            Outbound.DEFAULT.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3));

    /** Until pooled connections are closed, and what was broken off is noticed. */
    private static final int SETTLE_SECONDS = 45;

    private static final double WARM_SHARE = 0.2;

    private SoakRun() {}

    /**
     * Runs for about {@code duration}, and a minute more until all is quiet.
     *
     * @param data an empty folder for the ledger
     * @param pause of each agent before each request
     * @param progress told once in a while how it goes
     */
    public static SoakReport run(
            ContextPolicy policy, Path data, Duration duration, Duration pause, Consumer<String> progress)
            throws InterruptedException {
        long begun = System.nanoTime();
        try (FaultyUpstream upstream = new FaultyUpstream();
                Ledger ledger = SqliteLedger.open(data);
                AmbitServer server = AmbitServer.start(
                        ServerSettings.local(0, TOKEN),
                        GatewaySettings.of(URI.create("http://127.0.0.1:" + upstream.port()), policy)
                                .withOutbound(OUTBOUND),
                        ledger)) {
            List<Dialect> dialects = new ArrayList<>();
            for (WireCodec codec : ServedCodecs.plain()) {
                dialects.add(Dialect.of(codec.format()));
            }
            SoakTally tally = new SoakTally();
            List<Thread> agents = new ArrayList<>();
            String refusing = refusing(server.port());
            for (int a = 0; a < AGENTS; a++) {
                SoakAgent agent = new SoakAgent(server.port(), refusing, dialects, tally, pause, 1 + a);
                agents.add(Thread.ofVirtual().start(agent::run));
            }
            pause(Duration.ofMillis((long) (duration.toMillis() * WARM_SHARE)));
            ProcessState start = ProcessState.now();
            List<Long> heaps = new ArrayList<>();
            long end = begun + duration.toNanos();
            while (System.nanoTime() < end) {
                pause(Duration.ofNanos(
                        Math.min(end - System.nanoTime(), Duration.ofMinutes(1).toNanos())));
                heaps.add(ProcessState.now().heapBytes());
                progress.accept(tally.requests() + " requests, " + tally.wrong() + " wrong, heap "
                        + (heaps.get(heaps.size() - 1) >> 20) + " MB");
            }
            tally.end();
            for (Thread agent : agents) {
                agent.join();
            }
            settle(upstream, server);
            ProcessState last = ProcessState.now();
            return new SoakReport(
                    (System.nanoTime() - begun) / 1e9,
                    dialects.stream().map(dialect -> dialect.format().title()).toList(),
                    tally.requests(),
                    tally.wrong(),
                    tally.named(),
                    tally.bytes(),
                    upstream.bytesIn(),
                    start.heapBytes(),
                    last.heapBytes(),
                    heaps,
                    upstream.connections(),
                    server.running(),
                    start.threads(),
                    last.threads(),
                    start.files(),
                    last.files(),
                    server.gateway().counters().ledgerFailures());
        }
    }

    private static void settle(FaultyUpstream upstream, AmbitServer server) throws InterruptedException {
        for (int s = 0; s < SETTLE_SECONDS && (upstream.connections() > 0 || server.running() > 0); s++) {
            pause(Duration.ofSeconds(1));
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, time.toNanos()));
    }

    /** The prefix of paths that go to a port where nothing listens. */
    private static String refusing(int port) throws InterruptedException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient client = HttpClient.newHttpClient()) {
            int free = probe.getLocalPort();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest/runs"))
                            .header("X-Ambit-Token", TOKEN)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"upstreams\":[\"http://127.0.0.1:" + free + "\"]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            Json paths = Json.parse(answer.body()).get("paths");
            if (paths == null) {
                throw new AmbitException("no path for an upstream: status " + answer.statusCode());
            }
            return String.valueOf(paths.items().get(0).asText());
        } catch (IOException e) {
            throw new AmbitException("the server does not answer: " + e.getMessage(), e);
        }
    }
}
