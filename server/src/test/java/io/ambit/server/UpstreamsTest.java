package io.ambit.server;

import static io.ambit.server.SeveralUpstreams.questions;
import static io.ambit.server.SeveralUpstreams.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Route;
import io.ambit.gateway.route.UpstreamKey;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.wire.WireFormat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several upstreams: which one is asked, and in whose name. */
class UpstreamsTest {
    @TempDir
    private Path data;

    @Test
    void chat_modelOfAnUpstream_goesThereAsItCame() throws Exception {
        try (SeveralUpstreams several = start(says("from near"), "from far")) {
            assertThat(several.ask("big").body()).contains("from far");
            assertThat(several.ask("small").body()).contains("from near");
            assertThat(questions(several.far)).hasSize(1);
            assertThat(several.far.lastRequest().text()).isEqualTo(SeveralUpstreams.chat("big", ""));
        }
    }

    @Test
    void chat_upstreamNamedBeforeTheModel_isAskedForTheModelAlone() throws Exception {
        try (SeveralUpstreams several = start(says("from near"), "from far")) {
            assertThat(several.ask("far/another").body()).contains("from far");
            assertThat(several.far.lastRequest().text()).isEqualTo(SeveralUpstreams.chat("another", ""));
            Route route =
                    several.server.lastStep(step -> step.end() != null).end().route();
            assertThat(route.upstream()).isEqualTo("far");
            assertThat(route.model()).isEqualTo("another");
        }
    }

    @Test
    void chat_unknownModel_goesToTheFirstThatSpeaksTheFormat() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data, near -> withFormats(near, WireFormat.ANTHROPIC), far -> far, says(), says("from far"))) {
            assertThat(several.ask("whatever").body()).contains("from far");
            assertThat(questions(several.near)).isEmpty();
        }
    }

    @Test
    void messages_modelWhereNoTranslationLeads_isAnErrorThatNamesBothFormats() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data, near -> withFormats(near, WireFormat.OLLAMA_CHAT), far -> far, says(), says())) {
            HttpResponse<String> answer = several.post(
                    "/v1/messages",
                    "{\"model\":\"small\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
                    "anthropic-version",
                    "2023-06-01");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .startsWith("{\"type\":\"error\"")
                    .contains("ollama-chat")
                    .contains("a request of anthropic cannot be translated");
            assertThat(questions(several.near)).isEmpty();
        }
    }

    @Test
    void chat_configuredKeyWithoutTheToken_isRefusedAndAskedOfNobody() throws Exception {
        try (SeveralUpstreams several = locked()) {
            HttpResponse<String> without = several.ask("big", "Authorization", "Bearer sk-of-the-client");
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.body()).contains("\"code\":\"token_required\"").doesNotContain("sk-of");
            assertThat(several.ask("big", "X-Ambit-Token", "wrong").statusCode())
                    .isEqualTo(401);
            assertThat(several.far.requests()).isEmpty();
        }
    }

    @Test
    void chat_tokenAsTheKey_isExchangedForTheConfiguredKey() throws Exception {
        try (SeveralUpstreams several = locked()) {
            assertThat(several.ask("big", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(several.ask("big", "x-api-key", RunningServer.TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(several.ask("big", "X-Ambit-Token", RunningServer.TOKEN, "Authorization", "Bearer sk-client")
                            .statusCode())
                    .isEqualTo(200);
            for (RecordedRequest request : questions(several.far)) {
                assertThat(request.header("Authorization")).isEqualTo("Bearer " + SeveralUpstreams.FAR_KEY);
                assertThat(request.header("x-api-key")).isEmpty();
                assertThat(request.headers().toString())
                        .doesNotContain(RunningServer.TOKEN)
                        .doesNotContain("sk-client");
            }
        }
    }

    @Test
    void messages_configuredKeyOfAnAnthropicUpstream_goesInItsOwnHeader() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data,
                near -> near,
                far -> withFormats(far, WireFormat.ANTHROPIC).withKey(UpstreamKey.own(SeveralUpstreams.FAR_KEY)),
                says(),
                says("x"))) {
            several.post(
                    "/v1/messages",
                    "{\"model\":\"big\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
                    "Authorization",
                    "Bearer " + RunningServer.TOKEN);
            assertThat(several.far.lastRequest().header("x-api-key")).isEqualTo(SeveralUpstreams.FAR_KEY);
            assertThat(several.far.lastRequest().header("Authorization")).isEmpty();
        }
    }

    @Test
    void chat_clientsKey_reachesOnlyTheUpstreamThatItIsFor() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data, near -> near, far -> far.withKey(UpstreamKey.CLIENT), says("a"), says("b"))) {
            String[] key = {"Authorization", "Bearer sk-client", "Cookie", "session=1", "OpenAI-Organization", "org"};
            several.ask("big", key);
            several.ask("small", key);
            several.post("/v1/embeddings?key=sk-client&a=1", "{\"model\":\"small\",\"input\":\"x\"}", key);
            assertThat(several.far.lastRequest().header("Authorization")).isEqualTo("Bearer sk-client");
            for (RecordedRequest request : several.near.requests()) {
                assertThat(request.headers().toString() + request.target())
                        .doesNotContain("sk-client")
                        .doesNotContain("session=1")
                        .doesNotContain("org");
            }
            assertThat(several.near.lastRequest().target()).isEqualTo("/v1/embeddings?a=1");
        }
    }

    @Test
    void anyRequest_withKeysAndToken_leavesNoneOfThemBehind() throws Exception {
        try (SeveralUpstreams several = locked()) {
            several.ask("big", "Authorization", "Bearer " + RunningServer.TOKEN);
            several.ask("big", "Authorization", "Bearer sk-of-the-client");
            several.ask("small", "x-api-key", "sk-of-the-client");
            String shown = several.server.get("/metrics").body()
                    + several.server.server.gateway().settings();
            assertThat(shown).doesNotContain(SeveralUpstreams.FAR_KEY).doesNotContain("sk-of-the-client");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(SeveralUpstreams.FAR_KEY)
                                || bytes.contains("sk-of-the-client")
                                || bytes.contains(RunningServer.TOKEN))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void embeddings_modelInTheBody_goesToWhoHasIt() throws Exception {
        try (SeveralUpstreams several = start(says("near"), "far")) {
            several.post("/v1/embeddings", "{\"model\":\"big\",\"input\":\"x\"}");
            several.server.get("/v1/models/big");
            assertThat(several.far.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly("/v1/embeddings", "/v1/models/big");
            several.server.get("/v1/files");
            assertThat(several.near.lastRequest().target()).isEqualTo("/v1/files");
        }
    }

    @Test
    void models_severalUpstreams_areListedInTheClientsShape() throws Exception {
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data,
                near -> near,
                far -> withFormats(far, WireFormat.ANTHROPIC, WireFormat.OPENAI_CHAT),
                says(),
                says())) {
            String openAi = several.server.get("/v1/models").body();
            assertThat(openAi)
                    .startsWith("{\"object\":\"list\",\"data\":[{\"id\":\"ambit/auto\",\"object\":\"model\"")
                    .contains("\"id\":\"small\"", "\"id\":\"big\"", "\"owned_by\":\"far\"");
            String anthropic = several.server
                    .get("/v1/models", "anthropic-version", "2023-06-01")
                    .body();
            assertThat(anthropic)
                    .contains("\"type\":\"model\"", "\"id\":\"big\"", "\"has_more\":false")
                    .doesNotContain("\"object\"");
        }
    }

    @Test
    void models_lockedUpstream_isListedForHoldersOfTheToken() throws Exception {
        try (SeveralUpstreams several = locked()) {
            assertThat(several.server.get("/v1/models").body())
                    .contains("\"small\"")
                    .doesNotContain("\"big\"");
            assertThat(several.server
                            .get("/v1/models", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .body())
                    .contains("\"big\"");
        }
    }

    @Test
    void chat_modelsNotConfigured_areAskedOfTheServer() throws Exception {
        try (SeveralUpstreams several =
                SeveralUpstreams.start(data, near -> near, far -> far.withModels(), says("near"), says())) {
            // Its scripted list is no chat: what it answers to the question for its models does not matter here.
            assertThat(several.ask("small").statusCode()).isEqualTo(200);
            assertThat(several.far.requests())
                    .extracting(RecordedRequest::target)
                    .contains("/v1/models");
        }
    }

    private SeveralUpstreams start(ScriptedAnswer[] near, String far) {
        return SeveralUpstreams.start(data, UnaryOperator.identity(), UnaryOperator.identity(), near, says(far));
    }

    private SeveralUpstreams locked() {
        return SeveralUpstreams.start(
                data,
                near -> near,
                far -> far.withKey(UpstreamKey.own(SeveralUpstreams.FAR_KEY)),
                says("near"),
                says("far"));
    }

    private static UpstreamSettings withFormats(UpstreamSettings upstream, WireFormat... formats) {
        return new UpstreamSettings(
                upstream.name(),
                upstream.base(),
                Set.of(formats),
                upstream.models(),
                upstream.key(),
                upstream.windowTokens(),
                upstream.tier(),
                upstream.local());
    }
}
