package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.GeneratedResponsesBodies;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import io.ambit.wire.WireFormat;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses through the real server: sessions, cuts, hidden calls, nothing under off. */
class ResponsesTest {
    private static final String PATH = "/v1/responses";
    private static final String OUTPUT = "line of a long output with id-4711\n".repeat(200);
    private static final String ID = OutputId.of(Hash.of(OUTPUT), 6).value();
    private static final String USER = "{\"type\":\"message\",\"id\":\"msg_u\",\"role\":\"user\",\"content\":\"go\"}";
    private static final String NOTES =
            "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"gA==\"}";
    private static final String CALL = call("call_1", "read", "{}");
    private static final String RESULT =
            "{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":" + JsonStrings.quote(OUTPUT) + "}";
    private static final String RETRIEVE = call("call_r", "context_retrieve", "{\"id\":\"" + ID + "\"}");
    private static final String FIRST = String.join(",", USER, NOTES, CALL, RESULT);

    @TempDir
    Path data;

    private static String call(String id, String name, String arguments) {
        return "{\"type\":\"function_call\",\"id\":\"fc_" + id + "\",\"call_id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"arguments\":" + JsonStrings.quote(arguments) + "}";
    }

    private static String said(String text) {
        return "{\"type\":\"message\",\"id\":\"msg_a\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\","
                + "\"text\":" + JsonStrings.quote(text) + ",\"annotations\":[]}]}";
    }

    private static String request(String items, boolean stream, String more) {
        return "{\"model\":\"m\",\"instructions\":\"be brief\",\"input\":[" + items + "],\"stream\":" + stream + more
                + ",\"tools\":[{\"type\":\"function\",\"name\":\"read\",\"parameters\":{\"type\":\"object\"}}]}";
    }

    /** An answer as the request asks for it. */
    private static ScriptedAnswer answer(RecordedRequest request, String id, String... items) {
        String response = "{\"id\":\"" + id + "\",\"object\":\"response\",\"status\":\"%s\",\"output\":[%s],\"usage\":{"
                + "\"input_tokens\":100,\"input_tokens_details\":{\"cached_tokens\":90},\"output_tokens\":5}}";
        String whole = response.formatted("completed", String.join(",", items));
        boolean stream = Json.parse(request.body()).get("stream") instanceof Json.Bool wanted && wanted.value();
        if (!stream) {
            return ScriptedAnswer.answer(200, Map.of("Content-Type", "application/json"), utf8(whole));
        }
        StringBuilder events = new StringBuilder();
        event(events, "created", "\"response\":" + response.formatted("in_progress", ""));
        for (int i = 0; i < items.length; i++) {
            event(events, "output_item.done", "\"output_index\":" + i + ",\"item\":" + items[i]);
        }
        event(events, "completed", "\"response\":" + whole);
        return ScriptedAnswer.chunked(200, "text/event-stream", List.of(utf8(events.toString())));
    }

    private static void event(StringBuilder out, String name, String members) {
        out.append("event: response.")
                .append(name)
                .append("\ndata: {\"type\":\"response.")
                .append(name);
        out.append("\",").append(members).append("}\n\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers request {@code n} with the items of entry {@code n}, a line each, and each further one with the last. */
    private RunningServer start(String policy, String... items) {
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> {
            int at = Math.min(number, items.length - 1);
            return answer(request, "resp_" + number, items[at].split("\n", -1));
        });
        return RunningServer.start(SqliteLedger.open(data), Policies.parse(policy), settings -> settings, model);
    }

    private static String post(RunningServer running, String body) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(running.uri(PATH)), body)
                .body();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void session_growingInput_isOneAndItsOutputsAreCut(boolean stream) throws Exception {
        try (RunningServer running = start("classic", CALL, said("done"))) {
            String more = ",\"store\":false,\"prompt_cache_key\":\"k\",\"client_metadata\":{\"turn_id\":\"%s\"}";
            post(running, request(USER, stream, more.formatted("1")));
            post(running, request(String.join(",", USER, NOTES, CALL, RESULT), stream, more.formatted("1")));
            post(
                    running,
                    request(
                            String.join(",", USER, NOTES, CALL, RESULT, said("done"), USER),
                            stream,
                            more.formatted("2")));

            StepRecord step = running.lastStep(last -> last.id().number() == 2 && last.end() != null);
            assertThat(running.onlySession().steps()).isEqualTo(3);
            assertThat(running.onlySession().branches()).isEqualTo(1);
            assertThat(step.end().reply().text()).isEqualTo("done");
            assertThat(step.end().rounds().get(0).input()).isEqualTo(100);
            List<RecordedRequest> sent = running.model.requests();
            assertThat(sent.get(1).text())
                    .contains(ID)
                    .hasSizeLessThan(OUTPUT.length())
                    .contains(NOTES);
            String before = input(sent.get(1));
            assertThat(input(sent.get(2))).startsWith(before.substring(0, before.length() - 1));
        }
    }

    private static String input(RecordedRequest request) {
        Json input = Json.parse(request.body()).get("input");
        return new String(Arrays.copyOfRange(request.body(), input.start(), input.end()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_hidden_givesTheModelTheOriginalAndTheClientOneResponse(boolean stream) throws Exception {
        try (RunningServer running =
                start("classic", NOTES.replace("rs_1", "rs_2") + "\n" + RETRIEVE, said("it is id-4711"))) {
            String answer = post(running, request(FIRST, stream, ",\"store\":false"));

            assertThat(answer)
                    .doesNotContain("context_retrieve")
                    .contains("it is id-4711")
                    .contains("rs_2");
            assertThat(running.model.requests()).hasSize(2);
            List<Json> input =
                    Json.parse(running.model.lastRequest().body()).get("input").items();
            assertThat(input).hasSize(7);
            assertThat(input.get(4).text("id")).isEqualTo("rs_2");
            assertThat(input.get(6).text("type")).isEqualTo("function_call_output");
            assertThat(input.get(6).text("output")).isEqualTo(OUTPUT);
            StepRecord step = running.lastStep(last -> last.end() != null);
            assertThat(step.end().retrievals()).isEqualTo(1);
            assertThat(step.end().rounds()).hasSize(2);

            // The next request puts the exchange back where it was, and has no item twice.
            String sent = input(running.model.lastRequest());
            post(
                    running,
                    request(
                            FIRST + "," + NOTES.replace("rs_1", "rs_2") + "," + said("it is id-4711") + "," + USER,
                            stream,
                            ",\"store\":false"));
            assertThat(input(running.model.lastRequest()))
                    .isEqualTo(sent.substring(0, sent.length() - 1) + "," + said("it is id-4711") + "," + USER + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void previousResponse_afterHiddenRounds_isTheLastAndItsSessionGoesOn(boolean stream) throws Exception {
        try (RunningServer running = start("classic", RETRIEVE, said("found it"), said("bye"))) {
            String answer = post(running, request(FIRST, stream, ""));
            assertThat(answer).contains("\"resp_1\"").doesNotContain("\"resp_0\"");

            post(running, request(USER.replace("go", "thanks"), stream, ",\"previous_response_id\":\"resp_1\""));

            assertThat(input(running.model.lastRequest())).isEqualTo("[" + USER.replace("go", "thanks") + "]");
            running.lastStep(last -> last.id().number() == 1 && last.end() != null);
            assertThat(running.onlySession().steps()).isEqualTo(2);
            assertThat(running.onlySession().branches()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_upstreamRefusesTheSecondRound_clientIsTold(boolean stream) throws Exception {
        ScriptedModel model = ScriptedModel.start(
                0,
                (request, number) -> number == 0
                        ? answer(request, "resp_0", RETRIEVE)
                        : ScriptedAnswer.answer(
                                429,
                                Map.of("Content-Type", "application/json"),
                                utf8("{\"error\":{\"message\":\"slow down\"}}")));
        try (RunningServer running =
                RunningServer.start(SqliteLedger.open(data), Policies.parse("classic"), settings -> settings, model)) {
            String answer = post(running, request(FIRST, stream, ",\"store\":false"));

            assertThat(answer).contains("slow down").doesNotContain("response.completed");
            assertThat(answer.contains("event: response.failed")).isEqualTo(stream);
        }
    }

    @Test
    void off_generatedBodies_leaveAndArriveByteIdentical() throws Exception {
        ScriptedModel model = ScriptedModel.start(
                0, (request, number) -> ScriptedAnswer.chunked(200, "text/event-stream", chunks(new Seed(number))));
        try (RunningServer running = RunningServer.start(
                        SqliteLedger.open(data), Policies.parse("off"), settings -> settings, model);
                RawClient client = new RawClient(running.server.port())) {
            for (Seed seed : Seeds.first(200).toList()) {
                byte[] body = GeneratedResponsesBodies.random(seed);
                RawClient.Answer got = client.post(PATH, body, "Content-Type: application/json");

                assertThat(running.model.lastRequest().body()).as("%s", seed).isEqualTo(body);
                assertThat(got.text())
                        .as("%s", seed)
                        .isEqualTo(chunks(seed).stream()
                                .map(chunk -> new String(chunk, StandardCharsets.UTF_8))
                                .reduce("", String::concat));
            }
        }
    }

    private static List<byte[]> chunks(Seed seed) {
        StringBuilder first = new StringBuilder(": " + seed + "\r\n\r\n");
        event(first, "output_item.done", "\"output_index\":0,\"item\":" + RETRIEVE);
        return List.of(utf8(first.toString()), utf8("event: response.completed\ndata: {}\n\n"));
    }

    @Test
    void webSocket_offered_isDeclinedAtOnce() throws Exception {
        try (RunningServer running = start("off", said("ok"));
                RawClient client = new RawClient(running.server.port())) {
            client.send("""
                    GET /v1/responses HTTP/1.1\r
                    Host: localhost\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    openai-beta: responses_websockets=2026-02-06\r
                    \r
                    """, new byte[0]);
            RawClient.Answer answer = client.read();

            assertThat(answer.status()).isEqualTo(426);
            assertThat(Json.parse(answer.text()).get("error").text("message")).contains("post");
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void upstreamOfChat_getsMessagesAndItsAnswerIsAResponse(boolean stream) throws Exception {
        ScriptedAnswer.Call call = new ScriptedAnswer.Call("call_r", "context_retrieve", "{\"id\":\"" + ID + "\"}");
        ScriptedModel model =
                ScriptedModel.start(ScriptedAnswer.calls("", call), ScriptedAnswer.text("it is id-4711 🙂"));
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse("classic"),
                settings -> settings.withUpstreams(
                        List.of(UpstreamSettings.of("local", model.baseUrl(), WireFormat.OPENAI_CHAT)
                                .withModels("m"))),
                model)) {
            String answer = post(running, request(FIRST, stream, ",\"store\":false"));

            assertThat(answer).contains("it is id-4711 🙂").doesNotContain("context_retrieve");
            assertThat(answer.contains("event: response.completed")).isEqualTo(stream);
            RecordedRequest last = running.model.lastRequest();
            assertThat(last.target()).isEqualTo("/v1/chat/completions");
            List<Json> messages = Json.parse(last.body()).get("messages").items();
            assertThat(messages.get(messages.size() - 1).text("content")).isEqualTo(OUTPUT);
            assertThat(running.lastStep(step -> step.end() != null)
                            .end()
                            .reply()
                            .text())
                    .isEqualTo("it is id-4711 🙂");

            String refused = post(running, request(USER, stream, ",\"previous_response_id\":\"resp_x\""));
            assertThat(refused).contains("previous_response_id").contains("not_translatable");
        }
    }
}
