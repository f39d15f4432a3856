package io.ambit.bench.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edits;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.session.Decisions;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long it takes to build a request from a long history: parse, plan, splice. The history grows step by step as an
 * agent's does, with the decisions of the steps before, and the steps after it has its length are measured.
 */
public final class BuildBenchmark {
    private static final int OUTPUT_LINES = 100;
    private static final long CACHE_BYTES = 64L << 20;
    private static final int COLD_TIMES = 20;

    private BuildBenchmark() {}

    /**
     * One policy's times.
     *
     * @param historyTokens of the tool outputs when measuring began
     * @param bodyBytes of the last request
     * @param messages of the last request
     * @param built all of it, of each step
     * @param parse the parsing alone
     * @param builtCpu processor time of it: what other programs take away does not count, nor what the JVM does beside
     * @param cold the last request by a parser and a policy that never saw the session, with no earlier decisions and no
     *     token counted yet: what the first request of a resumed session costs
     * @param coldCpu processor time of that
     * @param coldParse the parsing alone of that
     */
    public record Result(
            String policy,
            long historyTokens,
            int bodyBytes,
            int messages,
            Percentiles built,
            Percentiles builtCpu,
            Percentiles parse,
            Percentiles cold,
            Percentiles coldCpu,
            Percentiles coldParse) {
        /** A JSON object. */
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"policy\":\"%s\",\"history_tokens\":%d,\"body_bytes\":%d,\"messages\":%d,\"build\":%s,"
                            + "\"build_cpu\":%s,\"parse\":%s,\"cold\":%s,\"cold_cpu\":%s,\"cold_parse\":%s}",
                    policy,
                    historyTokens,
                    bodyBytes,
                    messages,
                    built.json(),
                    builtCpu.json(),
                    parse.json(),
                    cold.json(),
                    coldCpu.json(),
                    coldParse.json());
        }
    }

    /**
     * Measures {@code steps} steps from a history of {@code tokens} tokens on, counted with o200k.
     *
     * @param policies a new policy each time; {@code context_retrieve} is taken to be possible
     */
    public static Result run(Supplier<ContextPolicy> policies, long tokens, int steps) {
        ContextPolicy policy = policies.get();
        TokenCounter counter = new BpeTokenCounter();
        WireCodec codec = new CachedCodec(new OpenAiChatCodec(), CACHE_BYTES);
        AgentSession session = new AgentSession(1, OUTPUT_LINES, false);
        Conditions conditions = Conditions.typical(counter);
        Decisions decisions = Decisions.none();
        long history = 0;
        while (history < tokens) {
            history += counter.count(session.step());
            decisions = policy.plan(codec.parse(session.body()).transcript(), decisions, conditions);
        }
        Times built = new Times(steps);
        byte[] body = session.body();
        for (int i = 0; i < steps; i++) {
            session.step();
            body = session.body();
            decisions = built.measure(i, codec, policy, body, decisions, conditions);
        }
        Times cold = new Times(COLD_TIMES);
        for (int i = 0; i < COLD_TIMES; i++) {
            Conditions fresh = Conditions.typical(new BpeTokenCounter());
            cold.measure(i, new OpenAiChatCodec(), policies.get(), body, Decisions.none(), fresh);
        }
        return new Result(
                policy.name(),
                history,
                body.length,
                codec.parse(body).transcript().size(),
                Percentiles.of(built.wall),
                Percentiles.of(built.cpu),
                Percentiles.of(built.parse),
                Percentiles.of(cold.wall),
                Percentiles.of(cold.cpu),
                Percentiles.of(cold.parse));
    }

    /** In nanoseconds. */
    private static final class Times {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final long[] wall;
        private final long[] cpu;
        private final long[] parse;

        Times(int count) {
            wall = new long[count];
            cpu = new long[count];
            parse = new long[count];
        }

        /** Builds one request; returns what was decided. */
        Decisions measure(
                int time,
                WireCodec codec,
                ContextPolicy policy,
                byte[] body,
                Decisions earlier,
                Conditions conditions) {
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            WireRequest request = codec.parse(body);
            parse[time] = System.nanoTime() - start;
            Decisions decisions = policy.plan(request.transcript(), earlier, conditions);
            byte[] forwarded = codec.splice(request, Rewrite.of(Edits.of(request.transcript(), decisions), true));
            wall[time] = System.nanoTime() - start;
            cpu[time] = THREADS.getCurrentThreadCpuTime() - cpuStart;
            if (forwarded.length == 0) {
                throw new IllegalStateException("nothing was built");
            }
            return decisions;
        }
    }
}
