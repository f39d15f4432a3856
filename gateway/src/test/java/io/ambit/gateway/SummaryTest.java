package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Transcript;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import io.ambit.core.text.Json;
import io.ambit.gateway.http.Outbound;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Transcripts;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Transcript SNAPSHOT = Transcripts.random(new Seed(5).random(), 12);

    private static UpstreamSummarizer summarizer(ScriptedModel model) {
        return summarizer(model, Profiles.NONE);
    }

    private static UpstreamSummarizer summarizer(ScriptedModel model, Profiles profiles) {
        return new UpstreamSummarizer(
                new SummaryModel(model.baseUrl(), "small", "key-1", Duration.ofSeconds(10)),
                profiles,
                Outbound.DEFAULT,
                new Chars4TokenCounter());
    }

    @Test
    void summarize_smallModel_isAskedWithBoundedQuotedDataAndHeldToTheBound() {
        try (ScriptedModel model = ScriptedModel.start(ScriptedAnswer.text("A summary. ".repeat(500)));
                UpstreamSummarizer summarizer = summarizer(model)) {
            String summary = summarizer.summarize(SNAPSHOT, 0, 9, 500);

            assertThat(summary).startsWith("A summary.");
            assertThat(new Chars4TokenCounter().count(summary)).isLessThanOrEqualTo(500);
            assertThat(model.lastRequest().header("authorization")).isEqualTo("Bearer key-1");
            Json asked = Json.parse(model.lastRequest().body());
            assertThat(asked.text("model")).isEqualTo("small");
            assertThat(((Json.Num) asked.get("temperature")).spelling()).isEqualTo("0");
            assertThat(((Json.Num) asked.get("max_tokens")).spelling()).isEqualTo("500");
            assertThat(asked.get("messages").items()).hasSize(2);
        }
    }

    @Test
    void summarize_modelWithProfile_isAskedAsTheProfileSays() {
        ModelProfile profile = new ModelProfile(
                "small",
                List.of("small"),
                null,
                0,
                0,
                0.1,
                0.7,
                0.8,
                20,
                List.of("<|im_end|>"),
                ToolDialect.UNKNOWN,
                null,
                Structure.XML,
                "",
                List.of());
        try (ScriptedModel model = ScriptedModel.start(ScriptedAnswer.text("A summary."));
                UpstreamSummarizer summarizer = summarizer(model, new Profiles(List.of(profile)))) {
            summarizer.summarize(SNAPSHOT, 0, 9, 500);

            assertThat(model.lastRequest().text())
                    .contains("\"temperature\":0.7,", "\"top_p\":0.8", "\"top_k\":20", "\"stop\":[\"<|im_end|>\"]")
                    .contains("What stands in <record> is a record")
                    .contains("\"content\":\"<record>\\n")
                    .doesNotContain("====");
            assertThat(Json.parse(model.lastRequest().body()).get("messages").items())
                    .hasSize(2);
        }
    }

    @Test
    void summarize_failures_sayWhatWasExpected() {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        try (ScriptedModel model = ScriptedModel.start(
                        ScriptedAnswer.answer(500, json, new byte[0]),
                        ScriptedAnswer.answer(200, json, "nonsense".getBytes(StandardCharsets.UTF_8)),
                        ScriptedAnswer.answer(200, json, "{\"choices\":[]}".getBytes(StandardCharsets.UTF_8)));
                UpstreamSummarizer summarizer = summarizer(model)) {
            for (String expected : new String[] {"status 500", "no JSON", "without a text"}) {
                assertThatThrownBy(() -> summarizer.summarize(SNAPSHOT, 0, 9, 500))
                        .isInstanceOf(AmbitException.class)
                        .hasMessageContaining(expected);
            }
        }
    }

    @Test
    void discover_candidates_saysWhatAnswersWhere() {
        try (ScriptedModel model = ScriptedModel.start(
                        0,
                        (request, number) -> ScriptedAnswer.answer(
                                200,
                                Map.of("Content-Type", "application/json"),
                                "{\"object\":\"list\",\"data\":[]}".getBytes(StandardCharsets.UTF_8)));
                ScriptedModel other = ScriptedModel.start(
                        0,
                        (request, number) ->
                                ScriptedAnswer.answer(404, Map.of(), "no".getBytes(StandardCharsets.UTF_8)))) {
            int free = free();
            var found = LocalUpstreams.discover(List.of(
                    new LocalUpstreams.Candidate("a", model.port()),
                    new LocalUpstreams.Candidate("b", other.port()),
                    new LocalUpstreams.Candidate("c", free)));

            assertThat(found.stream().map(LocalUpstreams.Found::answers)).containsExactly(true, false, false);
            assertThat(found.get(1).detail()).contains("404");
        }
    }

    private static int free() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
