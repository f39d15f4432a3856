package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.routing.profile.Example;
import io.ambit.core.routing.profile.FillInMiddle;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Json;
import io.ambit.gateway.route.UpstreamKey;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import io.ambit.wire.WireFormat;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does by a model's profile, seen by the model. */
class ProfiledModelTest {
    private static final ModelProfile CODER = new ModelProfile(
            "coder",
            List.of("tiny-coder"),
            null,
            8_000,
            0,
            0.3,
            0.7,
            0.8,
            20,
            List.of("<|end|>"),
            ToolDialect.HERMES,
            new FillInMiddle("<P>", "<S>", "<M>", false, "", "", List.of("<|stop|>")),
            Structure.XML,
            "Give whole functions.",
            List.of(
                    new Example("Fix this bug.", "Fixed.", List.of("crash")),
                    new Example("Write a test.", "Tested.", List.of("junit")),
                    new Example("Explain this query.", "It selects.", List.of("sql"))));

    private static final String TURN = "{\"role\":\"system\",\"content\":\"You help.\"},"
            + "{\"role\":\"user\",\"content\":\"Write a junit test.\"}";

    @TempDir
    static Path folder;

    private static RunningServer balanced;
    private static RunningServer off;

    @TempDir
    Path data;

    @BeforeAll
    static void startBoth() {
        balanced = start(folder.resolve("balanced"), "balanced");
        off = start(folder.resolve("off"), "off");
    }

    @AfterAll
    static void stopBoth() {
        balanced.close();
        off.close();
    }

    private static RunningServer start(Path data, String policy) {
        ScriptedModel model = ScriptedModel.start(
                0,
                (request, number) -> request.target().endsWith("/models")
                        ? json("{\"data\":[{\"id\":\"other:1b\"},{\"id\":\"tiny-coder:7b\"}]}")
                        : ScriptedAnswer.text("ok"));
        return RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse(policy),
                settings -> settings.withProfiles(new Profiles(List.of(CODER))),
                model);
    }

    private static ScriptedAnswer json(String body) {
        return ScriptedAnswer.answer(
                200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String request(String model, String messages, String more) {
        return "{\"model\":\"" + model + "\"" + more + ",\"messages\":[" + messages + "]}";
    }

    private static List<String> contents(String body) {
        return Objects.requireNonNull(Json.parse(body).get("messages")).items().stream()
                .map(message -> message.text("content"))
                .toList();
    }

    @Test
    void chat_modelWithProfile_openFieldsAreFilledAndNamedInTheRecord() throws Exception {
        try (RunningServer running = start(data, "balanced")) {
            running.chat(request("tiny-coder:7b", TURN, ",\"top_p\":0.5"));

            assertThat(running.model.lastRequest().text())
                    .contains("\"temperature\":0.7", "\"top_k\":20", "\"stop\":[\"<|end|>\"]", "\"top_p\":0.5")
                    .doesNotContain("0.8")
                    .endsWith(",\"messages\":[" + TURN + "]}");
            StepRecord step = running.lastStep(found -> found.end() != null);
            assertThat(Objects.requireNonNull(step.end()).route().notes())
                    .containsExactly("stop, temperature 0.7, top_k 20 filled by profile coder");
        }
    }

    @Test
    void chat_requestWithTools_isFilledForCode() throws Exception {
        balanced.chat(request(
                "tiny-coder:7b", TURN, ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\"}}]"));

        assertThat(balanced.model.lastRequest().text()).contains("\"temperature\":0.3");
    }

    @Test
    void chat_policyOffOrOtherModel_leavesAsItCame() throws Exception {
        String body = request("tiny-coder:7b", TURN, "");
        off.chat(body);
        assertThat(off.model.lastRequest().text()).isEqualTo(body);
    }

    @Test
    void chat_modelWithoutProfile_leavesAsItCame() throws Exception {
        String body = request("other:1b", TURN, "");
        balanced.chat(body);
        assertThat(balanced.model.lastRequest().text()).isEqualTo(body);
    }

    @Test
    void chat_windowOfTheProfile_refusesWhatIsLarger() throws Exception {
        HttpResponse<String> answer = balanced.chat(
                request("tiny-coder:7b", "{\"role\":\"user\",\"content\":\"" + "word ".repeat(9_000) + "\"}", ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("window is 8000");
    }

    @Test
    void chat_alias_goesToTheModelWithInstructionsAndTheNearestExamples() throws Exception {
        balanced.chat(request("ambit/coder", TURN, ""));

        String sent = balanced.model.lastRequest().text();
        assertThat(Json.parse(sent).text("model")).isEqualTo("tiny-coder:7b");
        List<String> contents = contents(sent);
        assertThat(contents).hasSize(3).startsWith("You help.").endsWith("Write a junit test.");
        assertThat(contents.get(1))
                .startsWith("<instructions>\nGive whole functions.")
                .contains("<task>\nWrite a test.")
                .doesNotContain("query");
    }

    @Test
    void chat_aliasNextTurn_keepsWhatWasSaidToTheModel() throws Exception {
        try (RunningServer running = start(data, "balanced")) {
            running.chat(request("ambit/coder", TURN, ""));
            List<String> before = contents(running.model.lastRequest().text());
            running.lastStep(found -> found.end() != null);
            running.chat(request(
                    "ambit/coder",
                    TURN + ",{\"role\":\"assistant\",\"content\":\"ok\"},"
                            + "{\"role\":\"user\",\"content\":\"Now explain the sql query.\"}",
                    ""));

            List<String> now = contents(running.model.lastRequest().text());
            assertThat(now.subList(0, 3)).isEqualTo(before);
            assertThat(now).hasSize(5);
            assertThat(running.onlySession().steps()).isEqualTo(2);
        }
    }

    @Test
    void chat_aliasUnderOff_onlyTheModelsNameChanges() throws Exception {
        off.chat(request("ambit/coder", TURN, ""));

        assertThat(off.model.lastRequest().text()).isEqualTo(request("tiny-coder:7b", TURN, ""));
    }

    @Test
    void chat_aliasThatNobodyHas_isToldWhatWasLookedFor() throws Exception {
        ModelProfile absent = new ModelProfile(
                "absent",
                List.of("nowhere"),
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                ToolDialect.UNKNOWN,
                null,
                Structure.PLAIN,
                "",
                List.of());
        try (RunningServer running = RunningServer.start(
                data,
                Policies.parse("balanced"),
                settings -> settings.withProfiles(new Profiles(List.of(absent))),
                json("{\"data\":[]}"))) {
            HttpResponse<String> answer = running.chat(request("ambit/absent", TURN, ""));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("ambit/absent", "nowhere");
        }
    }

    private static HttpResponse<String> complete(RunningServer running, String body) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(running.uri("/v1/completions")), body);
    }

    @Test
    void completions_gapUnderAlias_isAskedInTheModelsFormat() throws Exception {
        complete(
                balanced,
                "{\"model\": \"ambit/coder\", \"prompt\": \"int a(\", \"suffix\": \") {}\", \"max_tokens\": 9}");

        assertThat(balanced.model.lastRequest().text())
                .isEqualTo("{\"temperature\":0.3,\"top_p\":0.8,\"top_k\":20,\"stop\":[\"<|stop|>\"],"
                        + "\"model\": \"tiny-coder:7b\", \"prompt\": \"<P>int a(<S>) {}<M>\", \"max_tokens\": 9}");
    }

    @Test
    void completions_underOff_fillsTheFormatAndNoSampling() throws Exception {
        complete(off, "{\"suffix\":\")\",\"model\":\"ambit/coder\",\"stop\":null,\"prompt\":\"(\"}");

        assertThat(off.model.lastRequest().text())
                .isEqualTo("{\"model\":\"tiny-coder:7b\",\"stop\":null,\"prompt\":\"<P>(<S>)<M>\"}");
    }

    @Test
    void completions_otherModel_passesUnchanged() throws Exception {
        String body = "{\"model\": \"tiny-coder:7b\", \"prompt\": \"a\", \"suffix\": \"b\"}";
        complete(balanced, body);
        assertThat(balanced.model.lastRequest().text()).isEqualTo(body);
        complete(balanced, "no JSON");
        assertThat(balanced.model.lastRequest().text()).isEqualTo("no JSON");
    }

    @Test
    void completions_promptThatIsNoText_isRefused() throws Exception {
        HttpResponse<String> answer =
                complete(balanced, "{\"model\":\"ambit/coder\",\"prompt\":[1,2],\"suffix\":\"b\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("prompt is a list, expected a string");
    }

    @Test
    void chat_aliasWithoutSystemPrompt_isToldBeforeTheTask() throws Exception {
        balanced.chat(request("ambit/coder", "{\"role\":\"user\",\"content\":\"Explain this.\"}", ""));

        List<String> contents = contents(balanced.model.lastRequest().text());
        assertThat(contents).hasSize(2).endsWith("Explain this.");
        assertThat(contents.get(0)).startsWith("<instructions>");
    }

    @Test
    void messages_alias_leavesTheSystemPromptAndTellsBeforeTheTask() throws Exception {
        RunningServer.send(
                HttpRequest.newBuilder(balanced.uri("/v1/messages")).header("x-api-key", "k"),
                "{\"model\":\"ambit/coder\",\"system\":\"You help.\",\"max_tokens\":9,\"messages\":["
                        + "{\"role\":\"user\",\"content\":\"Fix it.\"}]}");

        Json sent = Json.parse(balanced.model.lastRequest().text());
        assertThat(sent.text("system")).isEqualTo("You help.");
        assertThat(sent.text("model")).isEqualTo("tiny-coder:7b");
        List<Json> messages = Objects.requireNonNull(sent.get("messages")).items();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).text("role")).isEqualTo("user");
        assertThat(balanced.model.lastRequest().text()).contains("<instructions>", "\"stop_sequences\":[\"<|end|>\"]");
        assertThat(messages.get(1).text("content")).isEqualTo("Fix it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/responses|{\"model\":\"ambit/coder\",\"instructions\":\"You help.\",\"input\":\"Fix A.\"}",
                "/v1/responses|{\"model\":\"ambit/coder\",\"input\":[{\"role\":\"user\",\"content\":\"Fix B.\"}]}",
                "/api/chat|{\"model\":\"ambit/coder\",\"messages\":[{\"role\":\"user\",\"content\":\"Fix C.\"}]}"
            })
    void alias_everyFormat_isToldBeforeTheTask(String path, String body) throws Exception {
        RunningServer.send(HttpRequest.newBuilder(balanced.uri(path)), body);

        String sent = balanced.model.lastRequest().text();
        assertThat(Json.parse(sent).text("model")).isEqualTo("tiny-coder:7b");
        assertThat(sent).contains("Fix ").contains("0.7");
        assertThat(sent.indexOf("<instructions>")).as(sent).isPositive().isLessThan(sent.indexOf("Fix "));
    }

    @Test
    void generate_alias_isFilledAndHasNoMessageAdded() throws Exception {
        RunningServer.send(
                HttpRequest.newBuilder(balanced.uri("/api/generate")),
                "{\"model\":\"ambit/coder\",\"prompt\":\"Fix D.\",\"options\":{\"temperature\":1}}");

        assertThat(balanced.model.lastRequest().text())
                .contains("\"model\":\"tiny-coder:7b\",\"prompt\":\"Fix D.\"", "\"top_k\":20", "\"temperature\":1}")
                .doesNotContain("0.7", "instructions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/completions", "/v1/chat/completions"})
    void alias_atAnUpstreamWithAConfiguredKey_needsTheToken(String path) throws Exception {
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> ScriptedAnswer.text("ok"));
        UpstreamSettings locked = new UpstreamSettings(
                "vendor",
                model.baseUrl(),
                Set.of(WireFormat.OPENAI_CHAT),
                List.of("tiny-coder:7b"),
                UpstreamKey.own("key-of-ambit"),
                0,
                UpstreamSettings.Tier.COMPLEX,
                false);
        String body = "{\"model\":\"ambit/coder\",\"prompt\":\"(\",\"suffix\":\")\",\"messages\":[" + TURN + "]}";
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse("balanced"),
                settings -> settings.withProfiles(new Profiles(List.of(CODER))).withUpstreams(List.of(locked)),
                model)) {
            HttpResponse<String> refused = RunningServer.send(
                    HttpRequest.newBuilder(running.uri(path)).header("Authorization", "Bearer of-the-client"), body);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(model.requests()).isEmpty();

            HttpResponse<String> answered = RunningServer.send(
                    HttpRequest.newBuilder(running.uri(path))
                            .header("Authorization", "Bearer of-the-client")
                            .header("X-Ambit-Token", RunningServer.TOKEN),
                    body);
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
            assertThat(model.lastRequest().header("authorization")).isEqualTo("Bearer key-of-ambit");
            assertThat(model.lastRequest().headers().toString())
                    .doesNotContain(RunningServer.TOKEN)
                    .doesNotContain("of-the-client");
        }
    }
}
