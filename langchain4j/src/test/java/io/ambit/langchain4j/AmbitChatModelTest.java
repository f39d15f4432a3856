package io.ambit.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.error.AmbitException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmbitChatModelTest {
    private static final String FINAL = "It was the lease.";

    /** Says what it was told to say, and keeps what it was asked. */
    private static final class Scripted implements ChatModel {
        private final Deque<AiMessage> script = new ArrayDeque<>();
        private final List<ChatRequest> requests = new ArrayList<>();

        Scripted says(AiMessage... messages) {
            script.addAll(List.of(messages));
            return this;
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return ChatRequestParameters.builder().modelName("m").build();
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            requests.add(request);
            return ChatResponse.builder()
                    .aiMessage(script.isEmpty() ? AiMessage.from(FINAL) : script.remove())
                    .tokenUsage(new TokenUsage(10, 1))
                    .build();
        }

        List<ChatMessage> lastMessages() {
            return requests.get(requests.size() - 1).messages();
        }
    }

    private final Scripted model = new Scripted();

    private AmbitChatModel.Builder wrapped() {
        return AmbitChatModel.wrap(model).tokens(new Chars4TokenCounter());
    }

    private static List<ChatMessage> history(int steps) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from("You read logs."));
        messages.add(UserMessage.from("What happened?"));
        for (int i = 1; i <= steps; i++) {
            messages.add(Outputs.asks("c" + i));
            messages.add(Outputs.answers("c" + i, Outputs.log(i)));
        }
        return messages;
    }

    private static ChatRequest request(List<ChatMessage> messages) {
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(Outputs.TOOL)
                .build();
    }

    private static ToolExecutionRequest retrieve(String id, ChatMessage cut) {
        return Outputs.call(id, "context_retrieve", "{\"id\":\"" + Outputs.idIn(cut) + "\"}");
    }

    @Test
    void chat_longOutput_reachesTheModelCutAndWithTheTool() {
        ChatResponse response = wrapped().build().chat(request(history(1)));

        assertThat(response.aiMessage().text()).isEqualTo(FINAL);
        assertThat(Outputs.text(model.lastMessages().get(3)))
                .hasSizeLessThan(Outputs.log(1).length() / 2);
        assertThat(model.requests.get(0).toolSpecifications())
                .containsExactly(Outputs.TOOL, ContextRetrieve.specification());
        assertThat(model.requests.get(0).modelName()).isEqualTo("m");
    }

    @Test
    void chat_policyOff_sendsTheRequestAsItIs() {
        wrapped().policy("off").build().chat(request(history(2)));

        assertThat(model.lastMessages()).isEqualTo(history(2));
        assertThat(model.requests.get(0).toolSpecifications()).containsExactly(Outputs.TOOL);
    }

    @Test
    void chat_noTools_losesNothingAndAddsNoTool() {
        wrapped().build().chat(history(1));

        assertThat(model.lastMessages()).isEqualTo(history(1));
        assertThat(model.requests.get(0).toolSpecifications()).isEmpty();
    }

    @Test
    void chat_ownToolOfThatName_isLeftToTheCaller() {
        ToolSpecification own =
                ToolSpecification.builder().name("context_retrieve").build();
        AiMessage call = AiMessage.from(Outputs.call("r", "context_retrieve", "{}"));
        model.says(call);

        ChatResponse response = wrapped()
                .build()
                .chat(ChatRequest.builder()
                        .messages(history(1))
                        .toolSpecifications(own)
                        .build());

        assertThat(response.aiMessage()).isEqualTo(call);
        assertThat(model.requests).hasSize(1);
    }

    @Test
    void chat_modelRetrieves_isAnsweredHereAndAllTokensAreTold() {
        AmbitChatModel wrapped = wrapped().build();
        wrapped.chat(request(history(1)));
        model.says(AiMessage.from(retrieve("r1", model.lastMessages().get(3))));

        ChatResponse response = wrapped.chat(request(history(1)));

        assertThat(response.aiMessage()).isEqualTo(AiMessage.from(FINAL));
        assertThat(response.tokenUsage()).isEqualTo(new TokenUsage(20, 2));
        List<ChatMessage> asked = model.lastMessages();
        assertThat(Outputs.text(asked.get(asked.size() - 1))).isEqualTo(Outputs.log(1));
    }

    @Test
    void chat_nextRequestAfterRetrieval_goesOnFromWhatTheModelSaw() {
        AmbitChatModel wrapped = wrapped().build();
        wrapped.chat(request(history(1)));
        model.says(AiMessage.from(retrieve("r1", model.lastMessages().get(3))), Outputs.asks("c2"));
        AiMessage answer = wrapped.chat(request(history(1))).aiMessage();
        List<ChatMessage> seen = model.lastMessages();
        List<ChatMessage> next = history(1);
        next.add(answer);
        next.add(Outputs.answers("c2", Outputs.log(2)));

        wrapped.chat(request(next));

        assertThat(model.lastMessages().subList(0, seen.size())).isEqualTo(seen);
        assertThat(model.lastMessages()).hasSize(seen.size() + 2);
    }

    @Test
    void chat_retrievesBesideAnotherCall_callerSeesTheOtherOnly() {
        AmbitChatModel wrapped = wrapped().build();
        wrapped.chat(request(history(1)));
        AiMessage both = AiMessage.from(retrieve("r1", model.lastMessages().get(3)), Outputs.call("c2"));
        model.says(both);

        AiMessage answer = wrapped.chat(request(history(1))).aiMessage();
        List<ChatMessage> next = history(1);
        next.add(answer);
        next.add(Outputs.answers("c2", "quiet"));
        wrapped.chat(request(next));

        assertThat(answer.toolExecutionRequests()).containsExactly(Outputs.call("c2"));
        List<ChatMessage> seen = model.lastMessages();
        assertThat(seen.get(4)).isEqualTo(both);
        assertThat(Outputs.text(seen.get(5))).isEqualTo(Outputs.log(1));
        assertThat(seen.get(6)).isEqualTo(Outputs.answers("c2", "quiet"));
    }

    @Test
    void chat_modelNeverStopsRetrieving_endsAfterThreeRounds() {
        AiMessage call = AiMessage.from(Outputs.call("r", "context_retrieve", "{\"id\":\"zzzzzz\"}"));
        model.says(call, call, call, call, call);

        ChatResponse response = wrapped().build().chat(request(history(1)));

        assertThat(model.requests).hasSize(1 + AmbitChatModel.MAX_ROUNDS);
        assertThat(response.aiMessage().hasToolExecutionRequests()).isFalse();
    }

    @Test
    void chat_fromStepToStep_keepsThePrefix() {
        AmbitChatModel wrapped = wrapped().policy("balanced:maskFrom=0").build();
        List<ChatMessage> before = List.of();
        for (int steps = 1; steps < 6; steps++) {
            wrapped.chat(request(history(steps)));
            assertThat(model.lastMessages().subList(0, before.size())).isEqualTo(before);
            before = model.lastMessages();
        }
    }

    @Test
    void chat_tooLargeForTheWindow_isRefusedBeforeItIsSent() {
        AmbitChatModel wrapped = wrapped().maxTokens(200).build();
        List<ChatMessage> messages = List.of(UserMessage.from("word ".repeat(1_000)));

        assertThatThrownBy(() -> wrapped.chat(request(messages)))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("window's 200");
        assertThat(model.requests).isEmpty();
    }

    @Test
    void chat_moreConversationsThanRemembered_stillAnswersEach() {
        AmbitChatModel wrapped = wrapped().maxConversations(1).build();
        for (int i = 0; i < 3; i++) {
            List<ChatMessage> messages = new ArrayList<>(history(1));
            messages.set(1, UserMessage.from("Question " + i));
            assertThat(wrapped.chat(request(messages)).aiMessage().text()).isEqualTo(FINAL);
        }
    }
}
