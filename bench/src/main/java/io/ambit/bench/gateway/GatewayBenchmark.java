package io.ambit.bench.gateway;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What proxies add to a call: the same kind of requests goes to a mock upstream directly and through each of them, in
 * turns, so that what disturbs the machine disturbs all. Client and upstream share a process, each proxy has its own.
 */
public final class GatewayBenchmark {
    private static final int PARALLEL = 8;

    /** What a proxy gets first is told apart: it says how a start feels. */
    private static final int FIRST = 20;

    private static final List<Scenario> WARMING = List.of(Scenario.PLAIN, Scenario.STREAM, Scenario.LARGE);

    private GatewayBenchmark() {}

    /**
     * How much is measured.
     *
     * @param warming how long each proxy is kept busy before anything is measured: what is left running is measured, not
     *     what has just started
     * @param rounds each goes once to every proxy
     * @param requests of a scenario, proxy and round
     * @param perSecond at most so many, one after another on one connection; one that is late delays the next
     */
    public record Effort(Duration warming, int warmups, int rounds, int requests, int perSecond) {
        public static final Effort FULL = new Effort(Duration.ofSeconds(15), 1, 3, 150, 100);
        public static final Effort SHORT = new Effort(Duration.ofSeconds(1), 1, 2, 20, 100);

        /** As short, but for a process that is to learn what is done often. */
        public static final Effort TRAINING = new Effort(Duration.ofSeconds(5), 1, 2, 20, 100);
    }

    /** One proxy in one scenario. */
    public record Row(Scenario scenario, Proxy proxy, Percentiles times, Percentiles ages) {}

    /**
     * All of one run.
     *
     * @param perSecond requests that each proxy answers over {@value #PARALLEL} connections
     * @param cold of the first {@value #FIRST} requests that each proxy got
     * @param memory bytes of each proxy's process at the end, -1 where they are not known
     */
    public record Result(
            List<Row> rows, Map<Proxy, Percentiles> cold, Map<Proxy, Double> perSecond, Map<Proxy, Long> memory) {
        public Result {
            rows = List.copyOf(rows);
            cold = Map.copyOf(cold);
            perSecond = Collections.unmodifiableMap(new LinkedHashMap<>(perSecond));
            memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
        }

        /** What goes to the upstream itself, in the same scenario. */
        public Row direct(Row row) {
            return rows.stream()
                    .filter(other -> other.scenario() == row.scenario()
                            && other.proxy().name().equals(Proxy.DIRECT))
                    .findFirst()
                    .orElseThrow();
        }

        /** A JSON object. */
        public String json() {
            List<Object> each = new ArrayList<>();
            for (Row row : rows) {
                Row direct = direct(row);
                Map<String, Object> line = JsonTree.object(
                        "scenario",
                        row.scenario().title(),
                        "proxy",
                        row.proxy().name(),
                        "p50_ms",
                        row.times().p50(),
                        "p99_ms",
                        row.times().p99(),
                        "added_p50_ms",
                        row.times().p50() - direct.times().p50(),
                        "added_p99_ms",
                        row.times().p99() - direct.times().p99());
                if (row.scenario().isPaced()) {
                    line.put(
                            "chunk_added_p50_ms",
                            row.ages().p50() - direct.ages().p50());
                    line.put(
                            "chunk_added_p99_ms",
                            row.ages().p99() - direct.ages().p99());
                }
                each.add(line);
            }
            List<Object> proxies = new ArrayList<>();
            perSecond.forEach((proxy, rate) -> proxies.add(JsonTree.object(
                    "proxy",
                    proxy.name(),
                    "requests_per_second",
                    rate,
                    "resident_mb",
                    memory.getOrDefault(proxy, -1L) / 1e6,
                    "start_ms",
                    proxy.startMillis(),
                    "first_requests_p50_ms",
                    cold.getOrDefault(proxy, Percentiles.NONE).p50())));
            return JsonTree.write(JsonTree.object("rows", each, "proxies", proxies));
        }
    }

    /**
     * Runs every scenario on every proxy.
     *
     * @param proxies those before the upstream; it is itself measured beside them
     * @param progress told what is measured now
     */
    public static Result run(MockUpstream upstream, List<Proxy> proxies, Effort effort, Consumer<String> progress) {
        List<Proxy> all = new ArrayList<>();
        all.add(new Proxy(Proxy.DIRECT, URI.create("http://127.0.0.1:" + upstream.port()), 0, -1));
        all.addAll(proxies);
        long[] seed = {0};
        Map<Proxy, Percentiles> cold = new LinkedHashMap<>();
        for (Proxy proxy : all) {
            progress.accept("warming " + proxy.name());
            cold.put(proxy, warm(proxy, effort, seed));
        }
        Map<Scenario, Map<Proxy, Times>> times = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            Map<Proxy, Times> ofScenario = new LinkedHashMap<>();
            all.forEach(proxy -> ofScenario.put(proxy, new Times()));
            times.put(scenario, ofScenario);
            for (int round = -effort.warmups(); round < effort.rounds(); round++) {
                progress.accept(scenario.title() + ", round " + (round + effort.warmups() + 1) + " of "
                        + (effort.warmups() + effort.rounds()));
                // Whichever goes later finds warmer caches: they take turns.
                Collections.rotate(all, 1);
                for (Proxy proxy : all) {
                    List<byte[]> requests = scenario.requests(effort.requests(), seed[0]);
                    seed[0] += Scenario.sessions(effort.requests());
                    Times into = round < 0 ? new Times() : ofScenario.get(proxy);
                    ask(proxy, requests, effort.perSecond(), into == null ? new Times() : into);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        times.forEach((scenario, ofScenario) ->
                ofScenario.forEach((proxy, taken) -> rows.add(new Row(scenario, proxy, taken.all(), taken.ages()))));
        Map<Proxy, Double> rates = new LinkedHashMap<>();
        Map<Proxy, Long> memory = new LinkedHashMap<>();
        for (Proxy proxy : times.values().iterator().next().keySet()) {
            progress.accept("throughput of " + proxy.name());
            rates.put(proxy, rate(proxy, effort, seed));
            memory.put(proxy, proxy.process() == 0 ? -1 : ResidentMemory.of(proxy.process()));
        }
        return new Result(rows, cold, rates, memory);
    }

    private static final class Times {
        private final List<Long> requests = new ArrayList<>();
        private final List<Long> chunks = new ArrayList<>();

        Percentiles all() {
            return Percentiles.of(requests);
        }

        Percentiles ages() {
            return Percentiles.of(chunks);
        }
    }

    private static void ask(Proxy proxy, List<byte[]> requests, int perSecond, Times times) {
        long slot = 1_000_000_000L / perSecond;
        try (LoadClient client = new LoadClient(proxy.port())) {
            long next = System.nanoTime();
            for (byte[] request : requests) {
                for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                times.requests.add(client.ask(request, times.chunks::add));
                next = Math.max(next + slot, System.nanoTime());
            }
        } catch (IOException e) {
            throw new AmbitException(proxy.name() + ": " + e.getMessage(), e);
        }
    }

    /** The times of the first requests; then as many as it takes until it is warm. */
    private static Percentiles warm(Proxy proxy, Effort effort, long[] seed) {
        Times first = new Times();
        ask(proxy, Scenario.PLAIN.requests(FIRST, seed[0]), effort.perSecond(), first);
        seed[0] += Scenario.sessions(FIRST);
        long end = System.nanoTime() + effort.warming().toNanos();
        int turn = 0;
        while (System.nanoTime() - end < 0) {
            // Paced streams would be waited for most of the time.
            Scenario scenario = WARMING.get(turn++ % WARMING.size());
            atOnce(proxy, scenario, effort.requests() / 3, seed);
        }
        return first.all();
    }

    /** Requests a second, as many as it takes over all connections. */
    private static double rate(Proxy proxy, Effort effort, long[] seed) {
        int each = Math.max(5, effort.requests() / 2);
        long start = System.nanoTime();
        atOnce(proxy, Scenario.PLAIN, each, seed);
        return PARALLEL * each * 1e9 / (System.nanoTime() - start);
    }

    /** @param each requests on each connection */
    private static void atOnce(Proxy proxy, Scenario scenario, int each, long[] seed) {
        List<List<byte[]>> work = new ArrayList<>();
        for (int c = 0; c < PARALLEL; c++) {
            work.add(scenario.requests(each, seed[0]));
            seed[0] += Scenario.sessions(each);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (List<byte[]> requests : work) {
                running.add(threads.submit(() -> ask(proxy, requests, Integer.MAX_VALUE, new Times())));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AmbitException("the load broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmbitException("interrupted", e);
        }
    }
}
