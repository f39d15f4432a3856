package io.ambit.wire.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Part;
import io.ambit.core.routing.Sampling;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.testkit.GeneratedOllamaBodies;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WindowTerms;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OllamaBodiesTest {
    private static final Sampling FILL = new Sampling(0.2, 0.9, 20, List.of("x"));
    private static final WindowTerms TERMS = new WindowTerms(8192, true);

    private final OllamaChatCodec codec = new OllamaChatCodec();

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_nothing_isTheBodyItself(Seed seed) {
        byte[] body = GeneratedOllamaBodies.random(seed);
        assertThat(codec.splice(codec.parse(body), Rewrite.NONE)).isSameAs(body);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_all_changesWhatItNamesAndNothingElse(Seed seed) {
        WireRequest request = codec.parse(GeneratedOllamaBodies.random(seed));
        List<Edit> edits = new ArrayList<>();
        for (int m = 0; m < request.transcript().size(); m++) {
            if (request.transcript().messages().get(m).parts().stream().anyMatch(Part.ToolResult.class::isInstance)) {
                edits.add(new Edit.Replace(m, 0, "short " + m));
            }
        }
        byte[] spliced = codec.splice(request, new Rewrite(edits, true, "other", FILL, TERMS));

        WireRequest again = codec.parse(spliced);
        Json root = Json.parse(spliced);
        assertThat(again.model()).as("%s", seed).isEqualTo("other");
        assertThat(again.windowTokens()).as("%s", seed).isEqualTo(request.windowTokens() > 0 ? 512 : 8192);
        assertThat(root.get("truncate")).as("%s", seed).isInstanceOf(Json.Bool.class);
        assertThat(again.sampling()).as("%s", seed).contains("temperature", "top_p", "top_k", "stop", "num_ctx");
        assertThat(again.ownRetrieveTool())
                .as("%s", seed)
                .isEqualTo(request.tools().isPresent());
        assertThat(root.get("options"))
                .isInstanceOfSatisfying(
                        Json.Obj.class,
                        options -> assertThat(options.members().stream()
                                        .map(member -> member.name().value()))
                                .as("%s", seed)
                                .doesNotHaveDuplicates());
        for (int m = 0; m < request.transcript().size(); m++) {
            var before = request.transcript().messages().get(m);
            var after = again.transcript().messages().get(m);
            boolean replaced = before.parts().stream()
                    .anyMatch(part ->
                            part instanceof Part.ToolResult && part.span().isPresent());
            assertThat(after.text()).as("%s", seed).isEqualTo(replaced ? "short " + m : before.text());
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void resume_growingConversation_readsAsAFreshOne(Seed seed) {
        List<byte[]> bodies = GeneratedOllamaBodies.growing(seed);
        WireRequest earlier = codec.parse(bodies.get(0));
        for (byte[] body : bodies) {
            int differs = Arrays.mismatch(earlier.body(), body);
            WireRequest resumed = codec.resume(body, earlier, differs < 0 ? body.length : differs);
            WireRequest fresh = codec.parse(body);
            assertThat(resumed.transcript()).as("%s", seed).isEqualTo(fresh.transcript());
            assertThat(resumed.samplingSpan()).as("%s", seed).isEqualTo(fresh.samplingSpan());
            assertThat(resumed.transcript().chain())
                    .as("%s", seed)
                    .startsWith(earlier.transcript().chain().toArray(Hash[]::new));
            earlier = resumed;
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void parse_damagedBody_isReadOrRefused(Seed first) {
        for (Seed seed : Seeds.first(50)
                .map(s -> new Seed(first.value() * 1000 + s.value()))
                .toList()) {
            SplittableRandom random = seed.random();
            byte[] body = GeneratedOllamaBodies.random(seed);
            for (int i = random.nextInt(4); i >= 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            try {
                WireRequest request = codec.parse(body);
                assertThat(codec.splice(request, Rewrite.NONE)).isSameAs(body);
                codec.splice(request, new Rewrite(List.of(), true, "m", FILL, TERMS));
                new OllamaGenerateCodec().parse(body);
            } catch (MalformedRequestException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }
}
