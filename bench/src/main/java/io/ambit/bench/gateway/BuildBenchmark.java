package io.ambit.bench.gateway;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Edits;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.session.Decisions;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.OpenAiChatCodec;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.util.Locale;

/**
 * How long it takes to build a request from a long history: parse, plan, splice. The history grows step by step as an
 * agent's does, with the decisions of the steps before, and the steps after it has its length are measured.
 */
public final class BuildBenchmark {
    private static final int OUTPUT_LINES = 100;
    private static final long CACHE_BYTES = 64L << 20;

    private BuildBenchmark() {}

    /**
     * One policy's times.
     *
     * @param historyTokens of the tool outputs when measuring began
     * @param bodyBytes of the last request
     * @param messages of the last request
     * @param built all of it, of each step
     * @param parse the parsing alone
     * @param coldParseMs of the last request by a parser that never saw the session
     */
    public record Result(
            String policy,
            long historyTokens,
            int bodyBytes,
            int messages,
            Percentiles built,
            Percentiles parse,
            double coldParseMs) {
        /** A JSON object. */
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"policy\":\"%s\",\"history_tokens\":%d,\"body_bytes\":%d,\"messages\":%d,\"build\":%s,"
                            + "\"parse\":%s,\"cold_parse_ms\":%.3f}",
                    policy,
                    historyTokens,
                    bodyBytes,
                    messages,
                    built.json(),
                    parse.json(),
                    coldParseMs);
        }
    }

    /**
     * Measures {@code steps} steps from a history of {@code tokens} tokens on, counted with o200k.
     *
     * @param policy any; {@code context_retrieve} is taken to be possible
     */
    public static Result run(ContextPolicy policy, long tokens, int steps) {
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
        long[] built = new long[steps];
        long[] parsed = new long[steps];
        byte[] body = session.body();
        WireRequest request = codec.parse(body);
        for (int i = 0; i < steps; i++) {
            session.step();
            body = session.body();
            long start = System.nanoTime();
            request = codec.parse(body);
            parsed[i] = System.nanoTime() - start;
            decisions = policy.plan(request.transcript(), decisions, conditions);
            byte[] forwarded = codec.splice(request, Edits.of(request.transcript(), decisions), true);
            built[i] = System.nanoTime() - start;
            if (forwarded.length == 0) {
                throw new IllegalStateException("nothing was built");
            }
        }
        long start = System.nanoTime();
        new OpenAiChatCodec().parse(body);
        double cold = (System.nanoTime() - start) / 1e6;
        return new Result(
                policy.name(),
                history,
                body.length,
                request.transcript().size(),
                Percentiles.of(built),
                Percentiles.of(parsed),
                cold);
    }
}
