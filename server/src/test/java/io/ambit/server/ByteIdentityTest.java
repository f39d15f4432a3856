package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.text.Hash;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1, through the real server: an unmodified request leaves byte-identical, and an answer arrives so. */
class ByteIdentityTest {
    private static final int CASES = Integer.getInteger("ambit.identity.cases", 10_000);

    @TempDir
    Path data;

    @Test
    void chat_generatedBodiesUnderOff_leaveAndArriveByteIdentical() throws Exception {
        // The answer is made of the request's number, in chunks cut anywhere; most of them are no answer at all.
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> answer(new Seed(number)));
        try (RunningServer running = RunningServer.start(
                        SqliteLedger.open(data), Policies.parse("off"), settings -> settings, model);
                RawClient client = new RawClient(running.server.port())) {
            Seeds.first(CASES).forEach(seed -> {
                byte[] body = GeneratedBodies.random(seed);
                RawClient.Answer got = post(client, body);
                RecordedRequest sent = running.model.lastRequest();
                assertThat(Hash.of(sent.body())).as("request of %s", seed).isEqualTo(Hash.of(body));
                assertThat(Hash.of(got.body())).as("answer of %s", seed).isEqualTo(Hash.of(payload(seed)));
            });
            assertThat(running.model.requests()).hasSize(CASES);
            assertThat(running.server.gateway().counters().ledgerFailures()).isZero();
        }
    }

    @Test
    void chat_gzipBodyUnderOff_leavesAsItCame() throws Exception {
        byte[] body = GeneratedBodies.random(new Seed(3));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        try (RunningServer running = RunningServer.start(data, "off", ScriptedAnswer.text("ok"));
                RawClient client = new RawClient(running.server.port())) {
            client.post("/v1/chat/completions", packed.toByteArray(), "Content-Encoding: gzip");

            assertThat(running.model.lastRequest().body()).isEqualTo(packed.toByteArray());
            assertThat(running.model.lastRequest().header("content-encoding")).isEqualTo("gzip");
            assertThat(running.onlySession().messages()).isPositive();
        }
    }

    private static RawClient.Answer post(RawClient client, byte[] body) {
        try {
            return client.post("/v1/chat/completions", body, "Content-Type: application/json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScriptedAnswer answer(Seed seed) {
        byte[] payload = payload(seed);
        SplittableRandom random = new SplittableRandom(seed.value() * 31 + 1);
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < payload.length; ) {
            int until = Math.min(payload.length, from + 1 + random.nextInt(200));
            chunks.add(Arrays.copyOfRange(payload, from, until));
            from = until;
        }
        String type = random.nextBoolean() ? "text/event-stream" : "application/json";
        return ScriptedAnswer.chunked(200, type, chunks);
    }

    /** Events, whole answers, and noise. */
    private static byte[] payload(Seed seed) {
        SplittableRandom random = seed.random();
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] noise = new byte[1 + random.nextInt(600)];
                random.nextBytes(noise);
                yield noise;
            }
            case 1 ->
                ("{ \"choices\" : [ {\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"n\\u00e9 🙂 " + seed
                                + "\"},\"finish_reason\":\"stop\"} ], \"usage\":{\"prompt_tokens\":1.0} }\r\n")
                        .getBytes(StandardCharsets.UTF_8);
            default -> {
                StringBuilder events = new StringBuilder();
                int count = 1 + random.nextInt(8);
                String end = random.nextBoolean() ? "\n\n" : "\r\n\r\n";
                for (int i = 0; i < count; i++) {
                    events.append(": note").append(end);
                    events.append("data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"é🙂")
                            .append(i)
                            .append("\"}}]}")
                            .append(end);
                }
                yield events.append("data: [DONE]").append(end).toString().getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
