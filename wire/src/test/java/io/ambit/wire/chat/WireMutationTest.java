package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Generated requests and answers with damage done to them. {@code -Dambit.fuzz.cases=1000000} sets how many cases run;
 * {@code -Dambit.fuzz.first=N} where the seeds start, so that a seed from a failure can be run alone.
 */
class WireMutationTest {
    private static final int CASES = Integer.getInteger("ambit.fuzz.cases", 20_000);
    private static final long FIRST = Long.getLong("ambit.fuzz.first", 0);

    private static final List<String> TOKENS = List.of(
            "context_retrieve",
            "\"tool_calls\":[",
            "\"name\":\"context_retrieve\"",
            "\"index\":0",
            "\"index\":-1",
            "null",
            "\"delta\":{",
            "\"finish_reason\":\"tool_calls\"",
            "data: ",
            "data:[DONE]\n\n",
            "\n\n",
            "\r",
            "\r\n\r\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "\\",
            "\\u",
            "\ufeff",
            "1e999999999",
            ": x\n",
            "event: y\n",
            "\"role\":\"tool\"",
            "\"error\":{}",
            "\"messages\":[",
            "\"content\":[",
            "\"cache_control\":{}",
            "\"usage\":{}",
            "\"id\":\"x\"");

    @Test
    void request_damaged_isReadOrRefused() {
        int read = 0;
        for (long n = FIRST; n < FIRST + CASES / 2; n++) {
            Seed seed = new Seed(n);
            SplittableRandom random = seed.random();
            byte[] body = damaged(GeneratedBodies.random(seed), random);
            try {
                read += FuzzCases.request(body) ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                fail(seed + ": " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(read).as("requests that damage left readable").isGreaterThan(CASES / 200);
    }

    @Test
    void answer_damaged_passesWithoutHiddenCalls() {
        for (long n = FIRST; n < FIRST + CASES / 2; n++) {
            Seed seed = new Seed(n);
            SplittableRandom random = seed.random();
            int control = random.nextInt(128);
            byte[] first = damagedAnswer(control, random);
            byte[] second = damagedAnswer(control, random);
            try {
                FuzzCases.answer(control, first, second);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                fail(
                        seed + ", control " + control + ": " + new String(first, StandardCharsets.UTF_8) + "\n---\n"
                                + new String(second, StandardCharsets.UTF_8),
                        e);
            }
        }
    }

    private static byte[] damagedAnswer(int control, SplittableRandom random) {
        List<GeneratedAnswers.Round> rounds = GeneratedAnswers.rounds(random);
        GeneratedAnswers.Round round = rounds.get(random.nextInt(rounds.size()));
        GeneratedAnswers upstream = new GeneratedAnswers(random, 0);
        boolean stream = (control & 1) == 0 ^ random.nextInt(20) == 0;
        return damaged(stream ? upstream.stream(round) : upstream.whole(round), random);
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] out = bytes;
        int times = random.nextInt(4);
        for (int i = 0; i < times && out.length > 0; i++) {
            int at = random.nextInt(out.length);
            int until = Math.min(out.length, at + random.nextInt(1 << random.nextInt(1, 9)));
            out = switch (random.nextInt(7)) {
                case 0 -> joined(out, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                case 1 -> joined(out, at, new byte[0], until);
                case 2 -> joined(out, until, Arrays.copyOfRange(out, at, until), until);
                case 3 -> Arrays.copyOf(out, at);
                case 4 -> joined(out, at, Arrays.copyOfRange(out, random.nextInt(at + 1), at + 1), until);
                default -> {
                    byte[] token = Seed.pick(random, TOKENS).getBytes(StandardCharsets.UTF_8);
                    yield joined(out, at, token, random.nextBoolean() ? at : until);
                }
            };
        }
        return out;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.writeBytes(middle);
        out.write(bytes, Math.min(from, bytes.length), bytes.length - Math.min(from, bytes.length));
        return out.toByteArray();
    }
}
