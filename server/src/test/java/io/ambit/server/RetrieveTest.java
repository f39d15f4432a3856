package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedAnswer.Call;
import io.ambit.testkit.model.ScriptedModel;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrieveTest {
    private static final String TOOLS = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\","
            + "\"parameters\":{\"type\":\"object\"}}}]";
    private static final String OUTPUT = "line of a long output with id-4711\n".repeat(200);
    private static final String ID = OutputId.of(Hash.of(OUTPUT), 6).value();
    private static final Call RETRIEVE = new Call("call_r", "context_retrieve", "{\"id\":\"" + ID + "\"}");
    private static final Call READ = new Call("call_2", "read", "{\"path\":\"b\"}");

    private static final String FIRST_MESSAGES = "{\"role\":\"system\",\"content\":\"you are an agent\"},"
            + "{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
            + "{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}]},"
            + "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":" + JsonStrings.quote(OUTPUT) + "}";

    @TempDir
    Path data;

    private static String request(String messages, boolean stream) {
        return "{\"model\":\"m\",\"messages\":[" + messages + "]," + TOOLS
                + (stream ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}" : "}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_hidden_givesTheModelTheOriginalAndTheClientOneMessage(boolean stream) throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.calls("", RETRIEVE).withUsage(100, 0, 5),
                ScriptedAnswer.text("it is id-4711").withUsage(300, 90, 8))) {
            String answer = running.chat(request(FIRST_MESSAGES, stream)).body();

            assertThat(answer).doesNotContain("context_retrieve").doesNotContain("call_r");
            assertThat(running.model.requests()).hasSize(2);
            String first = running.model.requests().get(0).text();
            assertThat(first).contains("context_retrieve").contains(ID).hasSizeLessThan(OUTPUT.length());
            Json second = Json.parse(running.model.requests().get(1).body());
            List<Json> messages = second.get("messages").items();
            assertThat(messages).hasSize(6);
            assertThat(messages.get(5).text("role")).isEqualTo("tool");
            assertThat(messages.get(5).text("tool_call_id")).isEqualTo("call_r");
            assertThat(messages.get(5).text("content")).isEqualTo(OUTPUT);
            StepRecord step =
                    running.lastStep(last -> last.end() != null && last.end().tokensOut() > 0);
            assertThat(step.end().retrievals()).isEqualTo(1);
            assertThat(step.end().rounds()).hasSize(2);
            assertThat(step.end().hidden()).hasSize(1);
            assertThat(step.end().reply().text()).isEqualTo("it is id-4711");
            assertThat(step.end().tokensOut()).isLessThan(step.end().tokensIn());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_secondTurnAfterRestart_forwardsTheSamePrefix(boolean stream) throws Exception {
        ScriptedModel model = ScriptedModel.start(
                ScriptedAnswer.calls("", RETRIEVE), ScriptedAnswer.text("found it"), ScriptedAnswer.text("bye"));
        RunningServer before =
                RunningServer.start(SqliteLedger.open(data), Policies.parse("classic"), settings -> settings, model);
        before.chat(request(FIRST_MESSAGES, stream));
        before.server.close();
        before.ledger.close();

        try (RunningServer after =
                RunningServer.start(SqliteLedger.open(data), Policies.parse("classic"), settings -> settings, model)) {
            after.chat(request(
                    FIRST_MESSAGES + ",{\"role\":\"assistant\",\"content\":\"found it\"},"
                            + "{\"role\":\"user\",\"content\":\"thanks\"}",
                    stream));

            String sent = messages(model.requests().get(1));
            String again = messages(model.requests().get(2));
            assertThat(again).startsWith(sent.substring(0, sent.length() - 1) + ",{\"role\":\"assistant\"");
            assertThat(Json.parse(again).items()).hasSize(8);
            assertThat(after.onlySession().steps()).isEqualTo(2);
        }
    }

    @Test
    void retrieve_outputOfAnotherSession_comesWithinTheSpaceOnly() throws Exception {
        String other = "{\"role\":\"system\",\"content\":\"you are another agent\"},"
                + "{\"role\":\"user\",\"content\":\"read what the first one read\"}";
        try (RunningServer running = RunningServer.start(
                data,
                "balanced",
                ScriptedAnswer.text("read it"),
                ScriptedAnswer.calls("", RETRIEVE),
                ScriptedAnswer.text("found it"),
                ScriptedAnswer.calls("", RETRIEVE),
                ScriptedAnswer.text("found nothing"))) {
            running.chat(request(FIRST_MESSAGES, false));
            running.chat(request(other, false));
            assertThat(running.model.lastRequest().text()).contains(JsonStrings.quote(OUTPUT));
            RunningServer.send(
                    HttpRequest.newBuilder(running.uri("/s/elsewhere/v1/chat/completions")), request(other, false));
            assertThat(running.model.lastRequest().text())
                    .doesNotContain("line of a long output")
                    .contains("No output matches");
        }
    }

    @Test
    void retrieve_replyIsGone_isNotPutBack() throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.calls("", RETRIEVE),
                ScriptedAnswer.text("found it"),
                ScriptedAnswer.text("bye"))) {
            running.chat(request(FIRST_MESSAGES, false));
            running.chat(request(
                    FIRST_MESSAGES + ",{\"role\":\"assistant\",\"content\":\"something else\"},"
                            + "{\"role\":\"user\",\"content\":\"thanks\"}",
                    false));

            assertThat(running.model.lastRequest().text()).doesNotContain("call_r");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_besideTheClientsOwnCall_passesThatOneOnlyAndIsPutBackNextTurn(boolean stream) throws Exception {
        try (RunningServer running = RunningServer.start(
                data, "classic", ScriptedAnswer.calls("", RETRIEVE, READ), ScriptedAnswer.text("done"))) {
            String answer = running.chat(request(FIRST_MESSAGES, stream)).body();

            assertThat(answer).contains("call_2").doesNotContain("call_r").contains("tool_calls");
            assertThat(running.model.requests()).hasSize(1);

            running.chat(request(
                    FIRST_MESSAGES + ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_2\","
                            + "\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"path\\\":"
                            + "\\\"b\\\"}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"call_2\",\"content\":\"b\"}",
                    stream));

            List<Json> messages = Json.parse(running.model.lastRequest().body())
                    .get("messages")
                    .items();
            assertThat(messages).hasSize(8);
            assertThat(messages.get(5).text("tool_call_id")).isEqualTo("call_r");
            assertThat(messages.get(5).text("content")).isEqualTo(OUTPUT);
            assertThat(messages.get(7).text("tool_call_id")).isEqualTo("call_2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_againAndAgain_endsAfterThreeHiddenRounds(boolean stream) throws Exception {
        try (RunningServer running =
                RunningServer.start(data, "classic", ScriptedAnswer.calls("thinking ", RETRIEVE))) {
            String answer = running.chat(request(FIRST_MESSAGES, stream)).body();

            assertThat(running.model.requests()).hasSize(4);
            assertThat(answer).doesNotContain("context_retrieve").contains("stop");
            assertThat(running.lastStep(step -> step.end() != null).end().retrievals())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_upstreamRefusesTheSecondRound_clientIsTold(boolean stream) throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.calls("", RETRIEVE),
                ScriptedAnswer.answer(
                        429,
                        Map.of("Content-Type", "application/json"),
                        "{\"error\":{\"message\":\"slow down\"}}".getBytes(StandardCharsets.UTF_8)))) {
            var answer = running.chat(request(FIRST_MESSAGES, stream));

            assertThat(answer.statusCode()).isEqualTo(stream ? 200 : 429);
            assertThat(answer.body()).contains("slow down");
        }
    }

    @Test
    void retrieveTool_requestsThatCannotHaveIt_areNotCut() throws Exception {
        String noTools = "{\"messages\":[" + FIRST_MESSAGES + "]}";
        String several = request(FIRST_MESSAGES, false).replace("\"model\":\"m\"", "\"n\":2");
        String own = request(FIRST_MESSAGES, false)
                .replace("\"name\":\"read\",\"par", "\"name\":\"context_retrieve\",\"par");
        try (RunningServer running = RunningServer.start(data, "classic", ScriptedAnswer.text("ok"))) {
            for (String body : List.of(noTools, several, own)) {
                running.chat(body);
                assertThat(running.model.lastRequest().text()).isEqualTo(body);
            }
        }
    }

    @Test
    void retrieve_throughTheCutMarker_namesAnIdThatAnswers() throws Exception {
        // The model of this script reads the id out of the marker, as a real one would.
        AtomicReference<String> asked = new AtomicReference<>("");
        BiFunction<RecordedRequest, Integer, ScriptedAnswer> script = (request, number) -> {
            if (number > 0) {
                return ScriptedAnswer.text("thanks");
            }
            String shown =
                    Json.parse(request.body()).get("messages").items().get(3).text("content");
            var id = Pattern.compile("\\b[0-9a-z]{6}\\b").matcher(shown);
            while (id.find() && !id.group().equals(ID)) {}
            asked.set(id.group());
            return ScriptedAnswer.calls("", new Call("r", "context_retrieve", "{\"id\":\"" + asked.get() + "\"}"));
        };
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse("classic"),
                settings -> settings,
                ScriptedModel.start(0, script))) {
            running.chat(request(FIRST_MESSAGES, false));

            assertThat(asked.get()).isEqualTo(ID);
            assertThat(running.model.lastRequest().text()).contains(JsonStrings.quote(OUTPUT));
        }
    }

    private static String messages(RecordedRequest request) {
        Json messages = Json.parse(request.body()).get("messages");
        return new String(request.body(), messages.start(), messages.end() - messages.start(), StandardCharsets.UTF_8);
    }
}
