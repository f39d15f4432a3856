package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {
    private static final String PLAIN =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hé\\u00e9 1.0e5\"}],\"n\":1.0}";
    private static final String STREAM = "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    @TempDir
    Path data;

    @Test
    void chat_plain_passesBothWaysAndIsRecorded() throws Exception {
        try (RunningServer running =
                RunningServer.start(data, "off", ScriptedAnswer.text("hello 🙂").withUsage(120, 100, 7))) {
            HttpResponse<String> answer = running.chat(PLAIN);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("hello 🙂");
            assertThat(running.model.lastRequest().text()).isEqualTo(PLAIN);
            StepRecord step =
                    running.lastStep(last -> last.end() != null && last.end().tokensIn() > 0);
            assertThat(step.end().rounds()).containsExactly(new Usage(120, 100, 7));
            assertThat(step.end().status()).isEqualTo(200);
            assertThat(step.end().reply().text()).isEqualTo("hello 🙂");
            assertThat(step.end().tokensOut()).isEqualTo(step.end().tokensIn());
        }
    }

    @Test
    void chat_streaming_passesEventsAndRecordsUsage() throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "classic",
                ScriptedAnswer.text("one two three four five six").withUsage(50, -1, 6))) {
            HttpResponse<String> answer = running.chat(STREAM);

            assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
            assertThat(answer.body()).startsWith("data: {").endsWith("data: [DONE]\n\n");
            StepRecord step = running.lastStep(last -> last.end() != null);
            assertThat(step.end().reply().text()).isEqualTo("one two three four five six");
            assertThat(step.end().rounds().get(0).output()).isEqualTo(6);
            assertThat(running.model.lastRequest().text()).isEqualTo(STREAM);
        }
    }
}
