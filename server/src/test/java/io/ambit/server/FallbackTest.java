package io.ambit.server;

import static io.ambit.server.SeveralUpstreams.questions;
import static io.ambit.server.SeveralUpstreams.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Route;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two upstreams with the same model: what happens when the first does not take a request. */
class FallbackTest {
    private static final String MODEL = "shared";
    private static final ScriptedAnswer NO_ANSWER =
            new ScriptedAnswer.Raw(new byte[0], List.of(new ScriptedAnswer.Piece.Drop()));

    @TempDir
    private Path data;

    @Test
    void chat_firstIsWell_isAskedAlone() throws Exception {
        try (SeveralUpstreams several = start(ScriptedAnswer.text("from near"))) {
            assertThat(several.ask(MODEL).body()).contains("from near");
            assertThat(questions(several.far)).isEmpty();
        }
    }

    @Test
    void chat_connectionRefused_isAnsweredByTheOther() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + freePort());
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data,
                near -> UpstreamSettings.of("near", nobody, WireFormat.OPENAI_CHAT)
                        .withModels(MODEL),
                far -> far.withModels(MODEL),
                says("unused"),
                says("from far"))) {
            assertThat(several.ask(MODEL).body()).contains("from far");
            Route route =
                    several.server.lastStep(step -> step.end() != null).end().route();
            assertThat(route.upstream()).isEqualTo("far");
            assertThat(route.notes()).contains("near could not be reached");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 529})
    void chat_refused_isAnsweredByTheOther(int status) throws Exception {
        try (SeveralUpstreams several = start(refusal(status, Map.of()))) {
            HttpResponse<String> answer = several.ask(MODEL);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("from far");
            assertThat(several.far.lastRequest().text()).isEqualTo(SeveralUpstreams.chat(MODEL, ""));
            assertThat(several.server.get("/metrics").body()).contains("\nambit_fallbacks_total 1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500})
    void chat_answeredWithAnError_isTheClients(int status) throws Exception {
        try (SeveralUpstreams several = start(refusal(status, Map.of()))) {
            assertThat(several.ask(MODEL).statusCode()).isEqualTo(status);
            assertThat(questions(several.far)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.02", "Thu, 01 Jan 2026 00:00:00 GMT"})
    void chat_tooManyWithAShortWait_isAskedAgain(String wait) throws Exception {
        try (SeveralUpstreams several =
                start(refusal(429, Map.of("Retry-After", wait)), ScriptedAnswer.text("near, later"))) {
            assertThat(several.ask(MODEL).body()).contains("near, later");
            assertThat(questions(several.near)).hasSize(2);
            assertThat(questions(several.far)).isEmpty();
            assertThat(several.server.get("/metrics").body()).contains("\nambit_retries_total 1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void chat_tooManyWithALongWait_isAnsweredByTheOther(String wait) throws Exception {
        try (SeveralUpstreams several = start(refusal(429, Map.of("Retry-After", wait)))) {
            assertThat(several.ask(MODEL).body()).contains("from far");
            assertThat(questions(several.near)).hasSize(1);
        }
    }

    @Test
    void chat_brokenOffAfterAByte_isNotSentAgain() throws Exception {
        try (SeveralUpstreams several = start(ScriptedAnswer.dropped("data: {\"choices\":[]}\n\n"))) {
            try {
                several.post("/v1/chat/completions", SeveralUpstreams.chat(MODEL, ",\"stream\":true"));
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
            assertThat(several.server.lastStep(step -> step.end() != null).end().error())
                    .isNotEmpty();
            assertThat(questions(several.far)).isEmpty();
        }
    }

    @Test
    void chat_noAnswer_isSentToTheOther() throws Exception {
        try (SeveralUpstreams several = start(NO_ANSWER)) {
            assertThat(several.ask(MODEL).body()).contains("from far");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"store\":true", ",\"web_search_options\":{}", ",\"tools\":[{\"type\":\"web_search\"}]"})
    void chat_noAnswerToWhatMayHaveActed_isNotSentAgain(String more) throws Exception {
        try (SeveralUpstreams several = start(NO_ANSWER)) {
            HttpResponse<String> answer = several.post("/v1/chat/completions", SeveralUpstreams.chat(MODEL, more));
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(questions(several.near)).hasSize(1);
            assertThat(questions(several.far)).isEmpty();
        }
    }

    @Test
    void chat_refusalOfWhatCouldAct_isSentToTheOther() throws Exception {
        try (SeveralUpstreams several = start(refusal(503, Map.of()))) {
            assertThat(several.post("/v1/chat/completions", SeveralUpstreams.chat(MODEL, ",\"store\":true"))
                            .body())
                    .contains("from far");
        }
    }

    @Test
    void chat_everyOneRefuses_isTheLastRefusal() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data,
                near -> near.withModels(MODEL),
                far -> far.withModels(MODEL),
                new ScriptedAnswer[] {refusal(503, Map.of())},
                refusal(529, Map.of()))) {
            assertThat(several.ask(MODEL).statusCode()).isEqualTo(529);
        }
    }

    @Test
    void chat_threeFailuresInARow_upstreamIsLeftAlone() throws Exception {
        try (SeveralUpstreams several = start(refusal(503, Map.of()))) {
            for (int i = 0; i < 5; i++) {
                assertThat(several.ask(MODEL).body()).contains("from far");
            }
            assertThat(questions(several.near)).hasSize(3);
            assertThat(several.server.get("/metrics").body())
                    .contains("\nambit_breaker_opens_total 1\n")
                    .contains("\nambit_upstream_state{upstream=\"near\",state=\"open\"} 1\n")
                    .contains("\nambit_upstream_state{upstream=\"near\",state=\"closed\"} 0\n")
                    .contains("\nambit_upstream_state{upstream=\"far\",state=\"closed\"} 1\n");
        }
    }

    private SeveralUpstreams start(ScriptedAnswer... nears) {
        return SeveralUpstreams.start(
                data, near -> near.withModels(MODEL), far -> far.withModels(MODEL), nears, says("from far"));
    }

    private static ScriptedAnswer refusal(int status, Map<String, String> headers) {
        return ScriptedAnswer.answer(status, headers, "{\"error\":{}}".getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
