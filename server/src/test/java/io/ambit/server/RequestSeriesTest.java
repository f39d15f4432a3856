package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestSeriesTest {
    @TempDir
    Path data;

    @Test
    void metrics_afterRequestsOfSeveralFormats_countThemByFormatAndStatus() throws Exception {
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> switch (request.target()) {
            case "/v1/chat/completions" ->
                number == 0
                        ? ScriptedAnswer.text("ok").withUsage(100, 40, 7)
                        : ScriptedAnswer.answer(429, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
            case "/v1/messages" -> ScriptedAnswer.text("ok").withUsage(30, 0, 5);
            default -> ScriptedAnswer.answer(200, Map.of(), new byte[0]);
        });
        try (RunningServer running =
                RunningServer.start(SqliteLedger.open(data), Policies.parse("off"), settings -> settings, model)) {
            String ask =
                    "{\"model\":\"evil\\\"} 1\\n\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
            running.chat(ask);
            running.chat(ask);
            RunningServer.send(HttpRequest.newBuilder(running.uri("/v1/messages")), ask);
            RunningServer.send(HttpRequest.newBuilder(running.uri("/v1/any?key=sk-secret")), "x");

            String chat = "{upstream=\"\",format=\"openai-chat\"";
            List<String> lines = RunningServer.eventually(() -> {
                List<String> now = metrics(running);
                return now.contains("ambit_requests_total{upstream=\"\",format=\"none\",status=\"200\"} 1")
                                && now.contains("ambit_request_duration_seconds_count" + chat + "} 2")
                        ? now
                        : null;
            });
            assertThat(lines)
                    .contains(
                            "ambit_requests_total" + chat + ",status=\"200\"} 1",
                            "ambit_requests_total" + chat + ",status=\"429\"} 1",
                            "ambit_requests_total{upstream=\"\",format=\"anthropic\",status=\"200\"} 1",
                            "ambit_tokens_total" + chat + ",kind=\"input\"} 100",
                            "ambit_tokens_total" + chat + ",kind=\"cached\"} 40",
                            "ambit_tokens_total" + chat + ",kind=\"output\"} 7",
                            "ambit_tokens_total{upstream=\"\",format=\"anthropic\",kind=\"output\"} 5",
                            "ambit_request_duration_seconds_bucket" + chat + ",le=\"+Inf\"} 2",
                            "# TYPE ambit_request_duration_seconds histogram",
                            "# TYPE ambit_request_first_byte_seconds histogram");
            List<Long> buckets = lines.stream()
                    .filter(line -> line.startsWith("ambit_request_duration_seconds_bucket" + chat))
                    .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                    .toList();
            assertThat(buckets).hasSizeGreaterThan(5).isSorted().endsWith(2L);
            assertThat(lines).noneMatch(line -> line.contains("evil") || line.contains("sk-secret"));
        }
    }

    private static List<String> metrics(RunningServer running) {
        try {
            return running.get("/metrics").body().lines().toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
