package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.text.Hash;
import io.ambit.gateway.tools.CallCorrector;
import io.ambit.gateway.tools.FailureAdvice;
import io.ambit.gateway.tools.ToolMode;
import io.ambit.gateway.tools.ToolSettings;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.GeneratedAnthropicBodies;
import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.GeneratedOllamaBodies;
import io.ambit.testkit.GeneratedResponsesBodies;
import io.ambit.testkit.HeapToolStore;
import io.ambit.testkit.Seed;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Law 1 in each format, with streams of every spelling, errors in place of them and in them, and connections that break. */
class FormatIdentityTest {
    private static final int CASES = Integer.getInteger("ambit.identity.cases", 100);
    private static final String CASE = "X-Case";

    @TempDir
    Path data;

    private final Map<Long, RecordedRequest> arrived = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void off_generatedBodies_leaveAndArriveByteIdentical(WireFormat format) throws Exception {
        assertIdentical(format, ToolMode.OFF);
    }

    /** Noting what tools are offered touches nothing, in either direction. */
    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void observe_generatedBodies_leaveAndArriveByteIdentical(WireFormat format) throws Exception {
        assertIdentical(format, ToolMode.OBSERVE);
    }

    private void assertIdentical(WireFormat format, ToolMode mode) throws Exception {
        ToolWatch watch = new ToolWatch(
                ToolSettings.of(mode),
                new HeapToolStore(),
                CallCorrector.NONE,
                FailureAdvice.NONE,
                new BpeTokenCounter());
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> answer(format, request));
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(data), Policies.parse("off"), settings -> settings.withTools(watch), model)) {
            RawClient client = new RawClient(running.server.port());
            for (long n = 0; n < CASES; n++) {
                client = one(format, new Seed(n), client, running.server.port());
            }
            client.close();
            assertThat(running.server.gateway().counters().ledgerFailures()).isZero();
        }
    }

    /** Returns the connection for the next request. */
    private RawClient one(WireFormat format, Seed seed, RawClient client, int port) throws IOException {
        byte[] body = body(format, seed);
        GeneratedAnswer expected = GeneratedAnswer.of(format, seed);
        client.send(
                "POST " + format.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + CASE
                        + ": " + seed.value() + "\r\nContent-Length: " + body.length + "\r\n\r\n",
                body);
        RawClient next = client;
        if (expected.broken()) {
            RawClient broken = client;
            assertThatThrownBy(broken::read)
                    .as("answer of %s, which breaks off", seed)
                    .isInstanceOf(IOException.class);
            client.close();
            next = new RawClient(port);
        } else {
            RawClient.Answer got = client.read();
            assertThat(got.status()).as("status of %s: %s", seed, got.text()).isEqualTo(expected.status());
            assertThat(got.head()).as("head of %s", seed).contains(": " + expected.contentType() + "\r\n");
            assertThat(Hash.of(got.body())).as("answer of %s", seed).isEqualTo(Hash.of(expected.body()));
        }
        RecordedRequest sent = arrived.remove(seed.value());
        assertThat(sent).as("request of %s", seed).isNotNull();
        assertThat(sent.target()).isEqualTo(format.path());
        assertThat(Hash.of(sent.body())).as("request of %s", seed).isEqualTo(Hash.of(body));
        return next;
    }

    private ScriptedAnswer answer(WireFormat format, RecordedRequest request) {
        String number = request.header(CASE);
        if (number == null || number.isEmpty()) {
            return ScriptedAnswer.answer(404, Map.of(), new byte[0]);
        }
        Seed seed = new Seed(Long.parseLong(number));
        arrived.put(seed.value(), request);
        return GeneratedAnswer.of(format, seed).scripted();
    }

    private static byte[] body(WireFormat format, Seed seed) {
        return switch (format) {
            case OPENAI_CHAT -> GeneratedBodies.random(seed);
            case OPENAI_RESPONSES -> GeneratedResponsesBodies.random(seed);
            case ANTHROPIC -> GeneratedAnthropicBodies.random(seed);
            case OLLAMA_CHAT -> GeneratedOllamaBodies.random(seed);
            case OLLAMA_GENERATE -> GeneratedOllamaBodies.generate(seed);
        };
    }
}
