package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's OpenAI client, which offers HTTP/2 with every request, against the real gateway. */
class LangChain4jClientTest {
    private static final ToolSpecification TOOL = ToolSpecification.builder()
            .name("read_log")
            .description("Reads a log")
            .build();

    @TempDir
    Path data;

    private static ChatRequest request(List<ChatMessage> messages) {
        return ChatRequest.builder().messages(messages).toolSpecifications(TOOL).build();
    }

    private static String log() {
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < 400; line++) {
            out.append("line ")
                    .append(line)
                    .append(" shard ")
                    .append(line * 7919 % 1009)
                    .append(" flushed\n");
        }
        return out.toString();
    }

    @Test
    void agent_threeTurnsWithToolAndStream_isOneSessionWithACut() throws Exception {
        try (RunningServer running = RunningServer.start(
                data,
                "balanced",
                ScriptedAnswer.calls("", new ScriptedAnswer.Call("c1", "read_log", "{}")),
                ScriptedAnswer.text("The lease ran out."),
                ScriptedAnswer.text("Yes, twice."))) {
            String base = running.uri("/v1").toString();
            ChatModel model = OpenAiChatModel.builder()
                    .baseUrl(base)
                    .apiKey("key-of-the-client")
                    .modelName("m")
                    .maxRetries(0)
                    .build();
            List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from("What happened?")));

            AiMessage call = model.chat(request(messages)).aiMessage();
            messages.add(call);
            messages.add(
                    ToolExecutionResultMessage.from(call.toolExecutionRequests().get(0), log()));
            AiMessage told = model.chat(request(messages)).aiMessage();
            messages.add(told);
            messages.add(UserMessage.from("Did it happen before?"));
            ChatResponse streamed = stream(base, request(messages));

            assertThat(call.toolExecutionRequests().get(0).name()).isEqualTo("read_log");
            assertThat(told.text()).isEqualTo("The lease ran out.");
            assertThat(streamed.aiMessage().text()).isEqualTo("Yes, twice.");
            assertThat(streamed.tokenUsage().inputTokenCount()).isEqualTo(100);
            RecordedRequest last = running.model.lastRequest();
            assertThat(last.header("authorization")).isEqualTo("Bearer key-of-the-client");
            assertThat(last.text()).contains("context_retrieve id=").hasSizeLessThan(log().length());
            running.lastStep(step -> step.messages() == 5 && step.end() != null);
            assertThat(running.onlySession().steps()).isEqualTo(3);
        }
    }

    private static ChatResponse stream(String base, ChatRequest request) throws Exception {
        StreamingChatModel model = OpenAiStreamingChatModel.builder()
                .baseUrl(base)
                .apiKey("key-of-the-client")
                .modelName("m")
                .build();
        CompletableFuture<ChatResponse> done = new CompletableFuture<>();
        model.chat(request, new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                done.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                done.completeExceptionally(error);
            }
        });
        return done.get(30, TimeUnit.SECONDS);
    }
}
