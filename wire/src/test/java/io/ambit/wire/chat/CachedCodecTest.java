package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachedCodecTest {
    private final OpenAiChatCodec plain = new OpenAiChatCodec();

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void parse_sessionsSeenBefore_equalsThePlainTwin(Seed seed) {
        CachedCodec cached = new CachedCodec(plain, 1 << 20);
        List<byte[]> one = GeneratedBodies.session(seed);
        List<byte[]> other = GeneratedBodies.session(new Seed(seed.value() + 1));
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            for (List<byte[]> session : List.of(one, other)) {
                if (i < session.size()) {
                    assertSame(cached.parse(session.get(i)), plain.parse(session.get(i)), seed);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void resume_anyChangeOfTheRest_equalsThePlainTwin(Seed seed) {
        SplittableRandom random = seed.random();
        byte[] body = GeneratedBodies.random(seed);
        WireRequest earlier = plain.parse(body);
        for (int i = 0; i < 20; i++) {
            byte[] changed = changed(body, random);
            int differs = Arrays.mismatch(body, changed);
            int common = differs < 0 ? body.length : differs;
            Object expected = outcome(() -> plain.parse(changed));
            Object actual = outcome(() -> plain.resume(changed, earlier, common));
            if (expected instanceof WireRequest request) {
                assertSame((WireRequest) actual, request, seed);
            } else {
                assertThat(actual).as("%s, change %s", seed, i).isEqualTo(expected);
            }
        }
    }

    @Test
    void parse_longHistorySeenBefore_takesOverItsMessages() {
        CachedCodec cached = new CachedCodec(plain, 1 << 20);
        String history = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}";
        WireRequest first = cached.parse((history + "]}").getBytes(StandardCharsets.UTF_8));
        WireRequest second =
                cached.parse((history + ",{\"role\":\"user\",\"content\":\"b\"}]}").getBytes(StandardCharsets.UTF_8));
        assertThat(second.transcript().messages().get(0))
                .isSameAs(first.transcript().messages().get(0));
    }

    @Test
    void parse_malformedRest_saysThePlaceInTheWholeBody() {
        CachedCodec cached = new CachedCodec(plain, 1 << 20);
        String history = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}";
        cached.parse((history + "]}").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> cached.parse((history + ",!]}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("byte " + (history.length() + 1));
    }

    private static byte[] changed(byte[] body, SplittableRandom random) {
        int at = random.nextInt(body.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> {
                byte[] out = body.clone();
                out[at] = body[random.nextInt(body.length)];
                yield out;
            }
            default -> {
                int from = random.nextInt(body.length);
                byte[] out = Arrays.copyOf(body, at + body.length - from);
                System.arraycopy(body, from, out, at, body.length - from);
                yield out;
            }
        };
    }

    private static Object outcome(Callable<WireRequest> parse) {
        try {
            return parse.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static void assertSame(WireRequest actual, WireRequest expected, Seed seed) {
        assertThat(actual).as("%s", seed).isEqualTo(expected);
        assertThat(actual.transcript().chain())
                .as("%s", seed)
                .isEqualTo(expected.transcript().chain());
        assertThat(actual.transcript().exchanges())
                .as("%s", seed)
                .isEqualTo(expected.transcript().exchanges());
    }
}
