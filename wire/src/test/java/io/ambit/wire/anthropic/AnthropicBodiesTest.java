package io.ambit.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.testkit.GeneratedAnthropicBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import io.ambit.wire.chat.Plain;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Laws of the codec over generated requests. */
class AnthropicBodiesTest {
    private static final String RESTORED = "{\"role\":\"assistant\",\"content\":[],\"n\":1.0},{\"role\":\"user\"}";
    private static final String INSERTED = "{\"role\":\"user\",\"content\":\"[note] é\"}";

    private final AnthropicCodec codec = new AnthropicCodec();

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_noEdits_isTheBodyItself(Seed seed) {
        byte[] body = GeneratedAnthropicBodies.random(seed);
        assertThat(codec.splice(codec.parse(body), Rewrite.NONE)).isSameAs(body);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_anyReplacements_changesTheseTextsAndNoOtherByte(Seed seed) {
        WireRequest request = codec.parse(GeneratedAnthropicBodies.random(seed));
        SplittableRandom random = seed.random();
        List<Edit> edits = new ArrayList<>();
        List<List<String>> expected = new ArrayList<>();
        TreeMap<Integer, Span> spans = new TreeMap<>();
        List<Message> messages = request.transcript().messages();
        for (int m = 0; m < messages.size(); m++) {
            List<String> texts = new ArrayList<>();
            for (int p = 0; p < messages.get(m).parts().size(); p++) {
                Part part = messages.get(m).parts().get(p);
                boolean replaced = random.nextBoolean();
                if (replaced) {
                    edits.add(new Edit.Replace(m, p, "[cut] é\n\""));
                }
                if (replaced && part.span().isPresent()) {
                    spans.put(part.span().start(), part.span());
                }
                texts.add(replaced && part.span().isPresent() ? "[cut] é\n\"" : part.text());
            }
            expected.add(texts);
        }
        byte[] spliced = codec.splice(request, Rewrite.of(edits, false));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        for (Span span : spans.values()) {
            bytes.write(request.body(), from, span.start() - from);
            bytes.writeBytes("\"[cut] é\\n\\\"\"".getBytes(StandardCharsets.UTF_8));
            from = span.end();
        }
        bytes.write(request.body(), from, request.body().length - from);
        assertThat(spliced).as("%s", seed).isEqualTo(bytes.toByteArray());
        assertThat(codec.parse(spliced).transcript().messages().stream()
                        .map(message -> message.parts().stream().map(Part::text).toList())
                        .toList())
                .as("%s", seed)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void splice_anyMessagesLeftOutAndAdded_equalsTheEditedList(Seed seed) {
        WireRequest request = codec.parse(GeneratedAnthropicBodies.random(seed));
        SplittableRandom random = seed.random();
        List<JsonNode> before = Plain.items(Plain.read(request.body()).get("messages"));
        List<JsonNode> after = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        int leading = request.transcript().size() - before.size();
        for (int m = -1; m < request.transcript().size(); m++) {
            if (m >= leading && random.nextInt(3) == 0) {
                edits.add(new Edit.Drop(m));
            } else if (m >= leading) {
                after.add(before.get(m - leading));
            }
            if (random.nextInt(4) == 0) {
                edits.add(new Edit.Restore(m, RESTORED));
                after.addAll(Plain.items(Plain.read("[" + RESTORED + "]")));
            }
            if (random.nextInt(4) == 0) {
                edits.add(new Edit.Insert(m, "[note] é"));
                after.add(Plain.read(INSERTED));
            }
        }
        byte[] spliced = codec.splice(request, Rewrite.of(edits, false));
        assertThat(Plain.items(Plain.read(spliced).get("messages")))
                .as("%s", seed)
                .isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void parse_sessionsSeenBefore_equalsThePlainTwin(Seed seed) {
        CachedCodec cached = new CachedCodec(codec, 1 << 20);
        for (byte[] body : GeneratedAnthropicBodies.session(seed)) {
            assertSame(cached.parse(body), codec.parse(body), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void resume_anyChangeOfTheRest_equalsThePlainTwin(Seed seed) {
        SplittableRandom random = seed.random();
        byte[] body = GeneratedAnthropicBodies.random(seed);
        WireRequest earlier = codec.parse(body);
        for (int i = 0; i < 40; i++) {
            byte[] changed = body.clone();
            int at = random.nextInt(body.length);
            changed[at] = body[random.nextInt(body.length)];
            changed = random.nextInt(4) == 0 ? Arrays.copyOf(body, at) : changed;
            int differs = Arrays.mismatch(body, changed);
            byte[] now = changed;
            int common = differs < 0 ? body.length : differs;
            Object expected = outcome(() -> codec.parse(now));
            Object actual = outcome(() -> codec.resume(now, earlier, common));
            if (expected instanceof WireRequest request) {
                assertSame((WireRequest) actual, request, seed);
            } else {
                assertThat(actual).as("%s, change %s", seed, i).isEqualTo(expected);
            }
        }
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
