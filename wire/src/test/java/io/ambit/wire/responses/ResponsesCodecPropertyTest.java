package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.testkit.GeneratedResponsesBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsesCodecPropertyTest {
    private final ResponsesCodec codec = new ResponsesCodec();

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_nothingToDo_isTheBodyItself(Seed seed) {
        byte[] body = GeneratedResponsesBodies.random(seed);
        WireRequest request = codec.parse(body);

        assertThat(codec.splice(request, Rewrite.NONE)).as("%s", seed).isSameAs(body);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_someOutputsReplaced_changesThoseAlone(Seed seed) {
        SplittableRandom random = seed.random();
        WireRequest request = codec.parse(GeneratedResponsesBodies.random(seed));
        List<Message> messages = request.transcript().messages();
        List<Edit> edits = new ArrayList<>();
        List<Message> expected = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            List<Part> parts = new ArrayList<>();
            for (Part part : messages.get(m).parts()) {
                if (part instanceof Part.ToolResult result && random.nextBoolean()) {
                    edits.add(new Edit.Replace(m, parts.size(), "cut \ud83d\ude42"));
                    String shown = result.span().isPresent() ? "cut \ud83d\ude42" : result.text();
                    parts.add(new Part.ToolResult(result.callId(), shown, result.span()));
                } else {
                    parts.add(part);
                }
            }
            Message message = messages.get(m);
            expected.add(Message.of(message.role(), parts, message.extras(), message.span()));
        }

        byte[] spliced = codec.splice(request, Rewrite.of(edits, false));

        assertThat(codec.parse(spliced).transcript().chain())
                .as("%s", seed)
                .isEqualTo(Transcript.of(expected).chain());
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void splice_itemsPutBackAndMessagesAdded_stayWhereTheyBelong(Seed seed) {
        SplittableRandom random = seed.random();
        WireRequest request = codec.parse(GeneratedResponsesBodies.random(seed));
        int size = request.transcript().size();
        int at = size - 1 - random.nextInt(Math.max(1, Math.min(3, size)));
        String call =
                "{\"type\":\"function_call\",\"call_id\":\"h\",\"name\":\"context_retrieve\",\"arguments\":\"{}\"}";
        String output = "{\"type\":\"function_call_output\",\"call_id\":\"h\",\"output\":\"o\"}";
        List<Edit> edits = List.of(new Edit.Insert(at, "added"), new Edit.Restore(at, call + "," + output));

        List<Message> got = codec.parse(codec.splice(request, Rewrite.of(edits, true)))
                .transcript()
                .messages();

        int result = 0;
        while (got.get(result).parts().stream()
                .noneMatch(
                        part -> part instanceof Part.ToolResult r && r.callId().equals("h"))) {
            result++;
        }
        assertThat(got.get(result).text()).as("%s", seed).isEqualTo("o");
        assertThat(got.get(result - 1).text()).as("%s", seed).endsWith("{}");
        assertThat(got.get(result + 1).text()).as("%s", seed).isEqualTo("added");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void parse_sessionsSeenBefore_equalsThePlainTwin(Seed seed) {
        CachedCodec cached = new CachedCodec(codec, 1 << 20);
        List<byte[]> one = GeneratedResponsesBodies.session(seed);
        List<byte[]> other = GeneratedResponsesBodies.session(new Seed(seed.value() + 1));
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            for (List<byte[]> session : List.of(one, other)) {
                if (i < session.size()) {
                    assertSame(cached.parse(session.get(i)), codec.parse(session.get(i)), seed);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void resume_anyChangeOfTheRest_equalsThePlainTwin(Seed seed) {
        SplittableRandom random = seed.random();
        byte[] body = GeneratedResponsesBodies.random(seed);
        WireRequest earlier = codec.parse(body);
        for (int i = 0; i < 10; i++) {
            byte[] changed = changed(body, random);
            int differs = Arrays.mismatch(body, changed);
            int common = differs < 0 ? body.length : differs;
            Object expected = outcome(() -> codec.parse(changed));
            Object actual = outcome(() -> codec.resume(changed, earlier, common));
            if (expected instanceof WireRequest request) {
                assertSame((WireRequest) actual, request, seed);
            } else {
                assertThat(actual).as("%s, change %s", seed, i).isEqualTo(expected);
            }
        }
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
    }
}
