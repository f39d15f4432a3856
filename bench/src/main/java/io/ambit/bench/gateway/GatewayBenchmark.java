package io.ambit.bench.gateway;

import io.ambit.core.context.ContextPolicy;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.server.AmbitServer;
import io.ambit.server.ServerSettings;
import io.ambit.store.SqliteLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the gateway adds to a call: the same requests go to a mock upstream directly and through the whole server with
 * its ledger, in turns, so that what disturbs the machine disturbs both. Client, server and upstream share one process.
 */
public final class GatewayBenchmark {
    private static final int STEPS = 25;
    private static final int OUTPUT_LINES = 12;

    private GatewayBenchmark() {}

    /**
     * How much is measured.
     *
     * @param rounds each goes once directly and once through the gateway
     * @param requests of each round and way, over all connections
     */
    public record Effort(int warmups, int rounds, int requests) {
        public static final Effort FULL = new Effort(10, 10, 500);
        public static final Effort SHORT = new Effort(1, 2, 50);
    }

    /** The two ways side by side. */
    public record Row(int connections, boolean streaming, Percentiles direct, Percentiles through) {
        /** Milliseconds that the gateway adds at the median. */
        public double addedP50() {
            return through.p50() - direct.p50();
        }

        public double addedP99() {
            return through.p99() - direct.p99();
        }

        /** A JSON object. */
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"connections\":%d,\"streaming\":%b,\"direct\":%s,\"through\":%s,\"added_p50_ms\":%.3f,"
                            + "\"added_p99_ms\":%.3f}",
                    connections,
                    streaming,
                    direct.json(),
                    through.json(),
                    addedP50(),
                    addedP99());
        }
    }

    /** All rows of one run. */
    public record Result(String policy, List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }

        /** A JSON object. */
        public String json() {
            List<String> each = rows.stream().map(Row::json).toList();
            return "{\"policy\":\"" + policy + "\",\"rows\":[" + String.join(",", each) + "]}";
        }
    }

    /**
     * Runs all rows: 1 and 10 connections, streaming and not.
     *
     * @param data an empty folder for the ledger
     */
    public static Result run(ContextPolicy policy, Path data, Effort effort) {
        List<Row> rows = new ArrayList<>();
        try (MockUpstream upstream = new MockUpstream();
                Ledger ledger = SqliteLedger.open(data);
                AmbitServer server = AmbitServer.start(
                        ServerSettings.local(0, "bench"),
                        GatewaySettings.of(URI.create("http://127.0.0.1:" + upstream.port()), policy),
                        ledger)) {
            long[] seed = {0};
            for (boolean streaming : new boolean[] {false, true}) {
                for (int connections : new int[] {1, 10}) {
                    rows.add(row(upstream.port(), server.port(), connections, streaming, effort, seed));
                }
            }
        }
        return new Result(policy.name(), rows);
    }

    private static Row row(int direct, int through, int connections, boolean streaming, Effort effort, long[] seed) {
        List<Long> directTimes = new ArrayList<>();
        List<Long> throughTimes = new ArrayList<>();
        for (int round = -effort.warmups(); round < effort.rounds(); round++) {
            List<List<byte[]>> work = work(connections, effort.requests(), streaming, seed);
            // Whichever goes second finds warmer caches: they take turns.
            boolean directFirst = round % 2 == 0;
            List<Long> first = load(directFirst ? direct : through, work);
            List<Long> second = load(directFirst ? through : direct, work);
            if (round >= 0) {
                directTimes.addAll(directFirst ? first : second);
                throughTimes.addAll(directFirst ? second : first);
            }
        }
        return new Row(connections, streaming, percentiles(directTimes), percentiles(throughTimes));
    }

    /** For each connection its requests: sessions of {@value #STEPS} steps, each new to the ledger. */
    private static List<List<byte[]>> work(int connections, int requests, boolean streaming, long[] seed) {
        List<List<byte[]>> work = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            List<byte[]> bodies = new ArrayList<>();
            while (bodies.size() < requests / connections) {
                bodies.addAll(AgentSession.bodies(seed[0]++, STEPS, OUTPUT_LINES, streaming));
            }
            work.add(bodies.subList(0, requests / connections));
        }
        return work;
    }

    private static List<Long> load(int port, List<List<byte[]>> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (List<byte[]> bodies : work) {
                running.add(threads.submit(() -> ask(port, bodies)));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                times.addAll(one.get());
            }
            return times;
        } catch (ExecutionException e) {
            throw new AmbitException("the load broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmbitException("interrupted", e);
        }
    }

    private static List<Long> ask(int port, List<byte[]> bodies) throws IOException {
        List<Long> times = new ArrayList<>();
        try (LoadClient client = new LoadClient(port)) {
            for (byte[] body : bodies) {
                times.add(client.ask(body));
            }
        }
        return times;
    }

    private static Percentiles percentiles(List<Long> nanos) {
        return Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
