package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.answer.Damage;
import java.nio.charset.StandardCharsets;
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
            byte[] body = Damage.of(GeneratedBodies.random(seed), random, TOKENS);
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
        return Damage.of(stream ? upstream.stream(round) : upstream.whole(round), random, TOKENS);
    }
}
