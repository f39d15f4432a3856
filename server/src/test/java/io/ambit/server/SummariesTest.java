package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.gateway.SummaryModel;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {
    @TempDir
    Path data;

    private static String request(int iterations) {
        StringBuilder messages = new StringBuilder("{\"role\":\"user\",\"content\":\"find the fault\"}");
        for (int i = 0; i < iterations; i++) {
            messages.append(",{\"role\":\"assistant\",\"content\":\"look ")
                    .append(i)
                    .append("\",\"tool_calls\":[{\"id\":\"c")
                    .append(i)
                    .append(
                            "\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"path\\\":\\\"file")
                    .append(i)
                    .append(".txt\\\"}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c")
                    .append(i)
                    .append("\",\"content\":\"output number ")
                    .append(i)
                    .append(", and more of it".repeat(20))
                    .append("\"}");
        }
        return "{\"messages\":[" + messages + "],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\"}}]}";
    }

    @Test
    void classic_tenIterationsDone_areSummarisedInTheBackgroundAndShownNextTime() throws Exception {
        try (RunningServer running = RunningServer.start(data, "classic", ScriptedAnswer.text("ok"))) {
            running.chat(request(16));
            String before = running.model.lastRequest().text();
            RunningServer.eventually(() -> running.onlySession().summaries() == 1 ? true : null);

            running.chat(request(17));
            String after = running.model.lastRequest().text();

            assertThat(before).doesNotContain("file3.txt").contains("output number 15,");
            assertThat(after)
                    .contains("file3.txt")
                    .doesNotContain("output number 3,")
                    .contains("output number 16,");
            assertThat(running.onlySession().steps()).isEqualTo(2);
            assertThat(running.onlySession().summaryFailures()).isZero();
        }
    }

    @Test
    void classic_modelOfSummariesIsDown_countsTheFailureAndGoesOn() throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                Policies.parse("classic"),
                settings -> settings.withSummaryModel(
                        new SummaryModel(URI.create("http://127.0.0.1:1"), "small", "", Duration.ofSeconds(5))),
                ScriptedAnswer.text("ok"))) {
            assertThat(running.chat(request(16)).statusCode()).isEqualTo(200);
            RunningServer.eventually(() -> running.onlySession().summaryFailures() == 1 ? true : null);

            assertThat(running.chat(request(17)).statusCode()).isEqualTo(200);
        }
    }
}
