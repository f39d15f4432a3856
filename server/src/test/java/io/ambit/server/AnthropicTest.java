package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedAnswer.Call;
import io.ambit.wire.WireFormat;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's messages through the whole server. */
class AnthropicTest {
    private static final String TARGET = "/v1/messages?beta=true";
    private static final String OUTPUT = "line of a long output with id-4711\n".repeat(200);
    private static final String ID = OutputId.of(Hash.of(OUTPUT), 6).value();
    private static final Call RETRIEVE = new Call("toolu_r", "context_retrieve", "{\"id\":\"" + ID + "\"}");
    private static final Call READ = new Call("toolu_2", "read", "{\"path\":\"b\"}");
    private static final String CALLED = "{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"assistant\",\"content\":["
            + "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"read\",\"input\":{}}]},";
    private static final String FIRST_MESSAGES = CALLED + result("toolu_1", OUTPUT, true);

    @TempDir
    Path data;

    private static String result(String id, String output, boolean marked) {
        return "{\"role\":\"user\",\"content\":[{\"tool_use_id\":\"" + id + "\",\"type\":\"tool_result\",\"content\":"
                + JsonStrings.quote(output) + (marked ? ",\"cache_control\":{\"type\":\"ephemeral\"}" : "") + "}]}";
    }

    private static String request(String messages, boolean stream) {
        return "{\"model\":\"m\",\"max_tokens\":100,\"system\":[{\"type\":\"text\",\"text\":\"you are an agent\"}],"
                + "\"messages\":[" + messages + "],\"thinking\":{\"type\":\"adaptive\"},"
                + "\"tools\":[{\"name\":\"read\",\"input_schema\":{\"type\":\"object\"}}]"
                + (stream ? ",\"stream\":true}" : "}");
    }

    private static HttpResponse<String> send(RunningServer running, String target, String body) throws Exception {
        return RunningServer.send(
                HttpRequest.newBuilder(running.uri(target))
                        .header("x-api-key", "k")
                        .header("anthropic-version", "2026-10-21"),
                body);
    }

    private static List<Json> lastMessages(RunningServer running) {
        return Json.parse(running.model.lastRequest().body()).get("messages").items();
    }

    @Test
    void messages_offPolicy_passByteForByteBothWays() throws Exception {
        String odd = "{ \"messages\" : [ {\"role\":\"user\",\"content\":\"\\u0068i\"} ],\"x\":1.0,\"model\":\"m\" }";
        byte[] answer = "event: x\r\ndata: {\"type\": \"y\"}\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (RunningServer running =
                RunningServer.start(data, "off", ScriptedAnswer.chunked(200, "text/event-stream", List.of(answer)))) {
            assertThat(send(running, TARGET, odd).body()).isEqualTo(new String(answer, StandardCharsets.UTF_8));
            assertThat(running.model.lastRequest().text()).isEqualTo(odd);
            assertThat(running.model.lastRequest().target()).isEqualTo(TARGET);
            assertThat(running.model.lastRequest().header("x-api-key")).isEqualTo("k");
            assertThat(running.model.lastRequest().header("anthropic-version")).isEqualTo("2026-10-21");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_hidden_givesTheModelTheOriginalAndTheClientOneMessage(boolean stream) throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.calls("", RETRIEVE).withUsage(100, 40, 5),
                ScriptedAnswer.text("it is id-4711").withUsage(300, 90, 8),
                ScriptedAnswer.text("bye"))) {
            String answer =
                    send(running, TARGET, request(FIRST_MESSAGES, stream)).body();

            assertThat(answer)
                    .doesNotContain("context_retrieve")
                    .doesNotContain("toolu_r")
                    .contains("id-4711")
                    .contains("end_turn")
                    .contains("\"input_tokens\":210");
            assertThat(running.model.requests()).hasSize(2);
            assertThat(running.model.requests().get(0).text())
                    .contains("context_retrieve")
                    .contains(ID)
                    .contains("\"cache_control\":{\"type\":\"ephemeral\"}")
                    .hasSizeLessThan(OUTPUT.length());
            List<Json> second = lastMessages(running);
            assertThat(second).hasSize(5);
            assertThat(second.get(3).get("content").items().get(0).text("signature"))
                    .isEqualTo("sig-0");
            Json result = second.get(4).get("content").items().get(0);
            assertThat(result.text("tool_use_id")).isEqualTo("toolu_r");
            assertThat(result.text("content")).isEqualTo(OUTPUT);
            StepRecord step =
                    running.lastStep(last -> last.end() != null && last.end().tokensOut() > 0);
            assertThat(step.end().retrievals()).isEqualTo(1);
            assertThat(step.end().rounds()).containsExactly(new Usage(100, 40, 5), new Usage(300, 90, 8));
            assertThat(step.end().tokensOut()).isLessThan(step.end().tokensIn());

            // The client moves its cache mark, and says text as a string that it said as a block before.
            String later = CALLED + result("toolu_1", OUTPUT, false)
                    + ",{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\","
                    + "\"signature\":\"sig-0\"},{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig-1\"},"
                    + "{\"type\":\"text\",\"text\":\"it is id-4711\"}]},{\"role\":\"user\",\"content\":[{\"type\":"
                    + "\"text\",\"text\":\"thanks\",\"cache_control\":{\"type\":\"ephemeral\"}}]}";
            send(running, TARGET, request(later, stream));

            List<Json> third = lastMessages(running);
            assertThat(third).hasSize(7);
            assertThat(third.get(4).get("content").items().get(0).text("content"))
                    .isEqualTo(OUTPUT);
            assertThat(running.onlySession().steps()).isEqualTo(2);
            assertThat(running.onlySession().branches()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrieve_besideTheClientsOwnCall_passesThatOneOnly(boolean stream) throws Exception {
        try (RunningServer running = RunningServer.start(data, "classic", ScriptedAnswer.calls("", RETRIEVE, READ))) {
            String answer =
                    send(running, TARGET, request(FIRST_MESSAGES, stream)).body();
            assertThat(answer).contains("toolu_2").doesNotContain("toolu_r").contains("tool_use");
            assertThat(running.model.requests()).hasSize(1);
        }
    }

    @Test
    void messages_namedByTheClient_areOneSession() throws Exception {
        try (RunningServer running = RunningServer.start(data, "balanced", ScriptedAnswer.text("ok"))) {
            for (String prompt : List.of("one", "two")) {
                RunningServer.send(
                        HttpRequest.newBuilder(running.uri(TARGET)).header("x-claude-code-session-id", "s1"),
                        request("{\"role\":\"user\",\"content\":\"" + prompt + "\"}", false));
            }
            assertThat(running.lastStep(step -> step.end() != null)).isNotNull();
            assertThat(running.onlySession().steps()).isEqualTo(2);
        }
    }

    @Test
    void malformedBody_isToldInTheFormatsOwnShape() throws Exception {
        try (RunningServer running = RunningServer.start(data, "balanced", ScriptedAnswer.text("ok"))) {
            HttpResponse<String> answer = send(running, TARGET, "{");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\"");
        }
    }

    @Test
    void hello_isAnsweredHere() throws Exception {
        try (RunningServer running = RunningServer.start(data, "balanced", ScriptedAnswer.text("ok"))) {
            assertThat(running.get("/api/hello").statusCode()).isEqualTo(200);
            HttpResponse<String> head = RunningServer.CLIENT.send(
                    HttpRequest.newBuilder(running.uri("/api/hello"))
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @Test
    void countTokens_upstreamTells_isPassedOn() throws Exception {
        byte[] told = "{\"input_tokens\": 42}".getBytes(StandardCharsets.UTF_8);
        try (RunningServer running = RunningServer.start(
                data, "balanced", ScriptedAnswer.answer(200, Map.of("Content-Type", "application/json"), told))) {
            String target = "/v1/messages/count_tokens?beta=true";
            assertThat(send(running, target, request(FIRST_MESSAGES, false)).body())
                    .isEqualTo("{\"input_tokens\": 42}");
            assertThat(running.model.lastRequest().target()).isEqualTo(target);
            assertThat(running.model.lastRequest().text()).isEqualTo(request(FIRST_MESSAGES, false));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 501})
    void countTokens_upstreamCannotTell_isCountedHereAndNotAskedAgain(int status) throws Exception {
        try (RunningServer running = RunningServer.start(
                data, "balanced", ScriptedAnswer.answer(status, Map.of("Content-Type", "text/plain"), new byte[] {'x'
                }))) {
            long short1 = count(running, request("{\"role\":\"user\",\"content\":\"go\"}", false));
            long longer = count(running, request(FIRST_MESSAGES, false));
            assertThat(short1).isBetween(5L, 60L);
            assertThat(longer).isGreaterThan(short1 + 1000);
            assertThat(running.model.requests()).hasSize(1);
        }
    }

    private static long count(RunningServer running, String body) throws Exception {
        HttpResponse<String> answer = send(running, "/v1/messages/count_tokens", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ((Json.Num) Json.parse(answer.body()).get("input_tokens")).asLong(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void translated_upstreamOfChatCompletions_answersInTheClientsFormatWithHiddenRounds(boolean stream)
            throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                Policies.parse("classic"),
                settings -> settings.withUpstreams(List.of(chatOnly(settings.first()))),
                ScriptedAnswer.calls("", RETRIEVE).withUsage(100, 0, 5),
                ScriptedAnswer.text("it is id-4711").withUsage(300, 90, 8))) {
            String answer =
                    send(running, TARGET, request(FIRST_MESSAGES, stream)).body();

            assertThat(answer)
                    .contains("it is id-471")
                    .contains(stream ? "event: message_stop" : "\"type\":\"message\"")
                    .contains("end_turn")
                    .contains("\"input_tokens\":210")
                    .doesNotContain("context_retrieve");
            assertThat(running.model.lastRequest().target()).isEqualTo("/v1/chat/completions");
            List<Json> messages = lastMessages(running);
            assertThat(messages).hasSize(6);
            assertThat(messages.get(0).text("role")).isEqualTo("system");
            assertThat(messages.get(5).text("content")).isEqualTo(OUTPUT);
        }
    }

    private static UpstreamSettings chatOnly(UpstreamSettings any) {
        return new UpstreamSettings(
                "chat",
                any.base(),
                Set.of(WireFormat.OPENAI_CHAT),
                List.of("m"),
                any.key(),
                any.windowTokens(),
                any.tier(),
                any.local());
    }
}
