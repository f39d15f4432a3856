package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.ollama.ModelName;
import io.ambit.gateway.ollama.OllamaSettings;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedOllama;
import io.ambit.testkit.model.ScriptedOllama.Seen;
import io.ambit.wire.WireFormat;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt that is longer than the window arrives whole, is cut by the policy, or is refused: never cut in silence. */
class NumCtxTest {
    private static final int USUAL = 1024;
    private static final int MANY = 4096;
    private static final String FRONT = "the front of it";
    private static final String LONG = FRONT + " and so on, word after word".repeat(400);
    private static final String TOOLS = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\","
            + "\"parameters\":{\"type\":\"object\"}}}]";

    @TempDir
    Path data;

    /** The server before a scripted Ollama. */
    private record Run(ScriptedOllama ollama, SqliteLedger ledger, AmbitServer server) implements AutoCloseable {
        static Run start(Path data, String policy, ScriptedOllama ollama) {
            return start(data, policy, Profiles.NONE, ollama);
        }

        static Run start(Path data, String policy, Profiles profiles, ScriptedOllama ollama) {
            SqliteLedger ledger = SqliteLedger.open(data);
            GatewaySettings settings = GatewaySettings.of(ollama.baseUrl(), Policies.parse(policy))
                    .withProfiles(profiles)
                    .withOllama(new OllamaSettings(true, 16_384));
            return new Run(
                    ollama, ledger, AmbitServer.start(ServerSettings.local(0, RunningServer.TOKEN), settings, ledger));
        }

        HttpResponse<String> post(String target, String body) throws Exception {
            return RunningServer.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target)), body);
        }

        HttpResponse<String> chat(String messages, boolean stream, String more) throws Exception {
            return post(
                    "/v1/chat/completions",
                    "{\"model\":\"m\",\"messages\":[" + messages + "],\"stream\":" + stream + more + "}");
        }

        Seen lastSeen() {
            return ollama.seen().get(ollama.seen().size() - 1);
        }

        StepRecord lastStep() {
            return RunningServer.eventually(() -> {
                List<SessionRecord> sessions = ledger.sessions(Space.DEFAULT);
                List<StepRecord> steps = sessions.isEmpty()
                        ? List.of()
                        : ledger.steps(Space.DEFAULT, sessions.get(0).id());
                StepRecord last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
                return last == null || last.end() == null || last.end().tokensOut() == 0 ? null : last;
            });
        }

        @Override
        public void close() {
            server.close();
            ledger.close();
            ollama.close();
        }
    }

    private static String user(String text) {
        return "{\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}";
    }

    private static String toolOutputs(int count) {
        StringBuilder out = new StringBuilder(user("go"));
        for (int i = 0; i < count; i++) {
            out.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c" + i
                    + "\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"n\\\":" + i
                    + "}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c" + i + "\",\"content\":"
                    + JsonStrings.quote(("line " + i + " of an output that is long\n").repeat(40)) + "}");
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chat_tooLongForTheUsualWindow_arrivesWholeByWayOfNumCtx(boolean stream) throws Exception {
        try (Run run = Run.start(data, "safe", ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            HttpResponse<String> answer = run.chat(user(LONG), stream, "");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("heard").contains("chat.completion");
            assertThat(answer.body().endsWith("data: [DONE]\n\n")).isEqualTo(stream);
            assertThat(run.lastSeen().path()).isEqualTo("/api/chat");
            assertThat(run.lastSeen().cut()).isFalse();
            assertThat(run.lastSeen().prompt()).startsWith(FRONT);
            assertThat(run.lastSeen().window()).isEqualTo(16_384);
            assertThat(run.lastStep().end().route().notes()).anyMatch(note -> note.contains("num_ctx 16384"));
        }
    }

    @Test
    void chat_modelThatIsWorthLess_isLoadedWithWhatItsProfileSays() throws Exception {
        ModelProfile small = new ModelProfile(
                "small",
                List.of("m"),
                null,
                0,
                8_192,
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
        Profiles profiles = new Profiles(List.of(small));
        try (Run run =
                Run.start(data, "safe", profiles, ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            run.chat(user(LONG), false, "");

            assertThat(run.lastSeen().window()).isEqualTo(8_192);
        }
    }

    @Test
    void chat_afterALongOne_keepsTheWindowSoThatTheModelIsNotLoadedAgain() throws Exception {
        try (Run run = Run.start(data, "safe", ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            run.chat(user(LONG), false, "");
            int loads = run.ollama.loads().size();
            run.chat(user("short"), false, "");

            assertThat(run.lastSeen().window()).isEqualTo(16_384);
            assertThat(run.ollama.loads()).hasSize(loads);
        }
    }

    @Test
    void chat_fittingRequest_isNotChanged() throws Exception {
        String body = "{\"model\":\"m\", \"messages\":[" + user("word ".repeat(500)) + "]}";
        try (Run run = Run.start(data, "safe", ScriptedOllama.start(MANY).with("m", 16_384, 0))) {
            run.post("/v1/chat/completions", body);

            assertThat(run.ollama.questions()).hasSize(1);
            assertThat(run.ollama.questions().get(0).text()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chat_variantWithALargerWindow_changesTheModelAlone(boolean stream) throws Exception {
        String variant = ModelName.variant("m", 8192);
        ScriptedOllama ollama = ScriptedOllama.start(USUAL).with("m", 16_384, 0).with(variant, 16_384, 8192);
        try (Run run = Run.start(data, "safe", ollama)) {
            run.chat(user(LONG), stream, "");

            assertThat(run.lastSeen().path()).isEqualTo("/v1/chat/completions");
            assertThat(run.lastSeen().model()).isEqualTo(variant);
            assertThat(run.lastSeen().cut()).isFalse();
            assertThat(run.ollama.questions().get(0).text())
                    .isEqualTo("{\"model\":" + JsonStrings.quote(variant) + ",\"messages\":[" + user(LONG)
                            + "],\"stream\":" + stream + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chat_modelThatTakesNoMore_isCutByThePolicy(boolean stream) throws Exception {
        try (Run run = Run.start(data, "tight", ScriptedOllama.start(USUAL).with("m", USUAL, 0))) {
            HttpResponse<String> answer = run.chat(toolOutputs(12), stream, TOOLS);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(run.lastSeen().cut()).isFalse();
            assertThat(run.lastSeen().window()).isEqualTo(USUAL);
            assertThat(run.lastSeen().prompt()).startsWith("go").contains("line 11 of");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chat_whatCannotBeFitted_isRefusedWithBothCounts(boolean stream) throws Exception {
        try (Run run = Run.start(data, "tight", ScriptedOllama.start(USUAL).with("m", USUAL, 0))) {
            HttpResponse<String> answer = run.chat(user(LONG), stream, "");

            assertThat(answer.statusCode()).isEqualTo(400);
            Json error = Json.parse(answer.body()).get("error");
            assertThat(error.text("code")).isEqualTo("context_length_exceeded");
            assertThat(error.text("message"))
                    .containsPattern("has \\d{4} tokens")
                    .contains("window is 1024");
            assertThat(run.ollama.seen()).isEmpty();
        }
    }

    @Test
    void nativeChat_tooLong_isGivenAWindow() throws Exception {
        try (Run run = Run.start(data, "safe", ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            HttpResponse<String> answer = run.post("/api/chat", "{\"model\":\"m\",\"messages\":[" + user(LONG) + "]}");

            assertThat(answer.body()).contains("\"done\":true");
            assertThat(run.lastSeen().cut()).isFalse();
            assertThat(run.ollama.questions().get(0).text())
                    .startsWith("{\"options\":{\"num_ctx\":16384},\"truncate\":false,\"model\":\"m\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/chat,truncate", "/api/generate,shift"})
    void nativeRequest_withItsOwnWindow_isRespectedAndNeverCut(String path, String field) throws Exception {
        String prompt = path.equals("/api/chat") ? "\"messages\":[%s]" : "\"prompt\":%s";
        String text = "word ".repeat(800);
        String body = "{\"model\":\"m\",\"options\":{\"num_ctx\":2048},"
                + prompt.formatted(path.equals("/api/chat") ? user(text) : JsonStrings.quote(text)) + "}";
        try (Run run = Run.start(data, "safe", ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            run.post(path, body);
            assertThat(run.lastSeen().window()).isEqualTo(2048);
            assertThat(run.ollama.questions().get(0).text()).isEqualTo("{\"" + field + "\":false," + body.substring(1));

            HttpResponse<String> refused = run.post(path, body.replace(text, text + text + text));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Json.parse(refused.body()).text("error")).contains("window is 2048");
            assertThat(run.ollama.seen()).noneMatch(Seen::cut);
        }
    }

    @Test
    void version_noOllama_isAnsweredHere() throws Exception {
        UnaryOperator<GatewaySettings> chatOnly = settings -> {
            UpstreamSettings only = settings.first();
            return settings.withUpstreams(List.of(new UpstreamSettings(
                    "cloud",
                    only.base(),
                    Set.of(WireFormat.OPENAI_CHAT),
                    List.of(),
                    only.key(),
                    0,
                    only.tier(),
                    false)));
        };
        try (RunningServer running =
                RunningServer.start(data, Policies.parse("safe"), chatOnly, ScriptedAnswer.text("x"))) {
            assertThat(running.get("/api/version").body()).contains("\"version\":\"0.0.0\"");
            assertThat(running.model.requests())
                    .noneMatch(request -> request.target().equals("/api/version"));
        }
    }

    @Test
    void off_tooLong_leavesAsItCameAndIsReported() throws Exception {
        String body = "{\"model\":\"m\",\"messages\":[" + user(LONG) + "]}";
        try (Run run = Run.start(data, "off", ScriptedOllama.start(USUAL).with("m", 16_384, 0))) {
            run.post("/v1/chat/completions", body);

            assertThat(run.ollama.questions()).hasSize(1);
            assertThat(run.ollama.questions().get(0).text()).isEqualTo(body);
            assertThat(run.lastSeen().cut()).isTrue();
            assertThat(run.lastStep().end().route().notes()).anyMatch(note -> note.contains("cut"));
            assertThat(run.server.gateway().counters().cutPrompts()).isEqualTo(1);
        }
    }
}
