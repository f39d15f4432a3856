package io.ambit.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.ambit.core.context.CuratedPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.context.RetrieveTool;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Transcript;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat model that sends another one what it needs of each request. Tool outputs that are long, repeated or old are
 * shown shorter, the same way in every later request of the conversation. To requests that carry tools it adds
 * {@code context_retrieve} and answers it itself, from the messages of the request, at most {@value #MAX_ROUNDS} times a
 * request; the caller sees one answer, with the tokens of all rounds.
 *
 * <p>The caller's messages are its own and stay whole: give it the whole history, with a memory that cuts nothing.
 * Listeners stand at the wrapped model and hear every round. Thread-safe where that is.
 */
public final class AmbitChatModel implements ChatModel {
    /** How often the model may ask for what was cut before it has to answer. */
    static final int MAX_ROUNDS = 3;

    private final ChatModel delegate;
    private final Curation curation;
    private final Map<Hash, Conversation> conversations;

    private AmbitChatModel(Builder builder) {
        delegate = builder.delegate;
        curation = new Curation(Policies.parse(builder.policy), builder.tokens, builder.maxTokens);
        int most = builder.maxConversations;
        conversations = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Hash, Conversation> eldest) {
                return size() > most;
            }
        };
    }

    /** Starts with the policy {@code balanced} and no bound on tokens. */
    public static Builder wrap(ChatModel model) {
        return new Builder(model);
    }

    /** @throws AmbitException where the request has more tokens than allowed in its shortest form */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        Transcript transcript = TranscriptReader.read(request.messages());
        Conversation conversation = conversation(transcript);
        List<ToolSpecification> tools = tools(request);
        boolean adds = conversation.adds(tools);
        if (adds) {
            tools.add(ContextRetrieve.specification());
        }
        List<ChatMessage> messages =
                new ArrayList<>(conversation.curate(request.messages(), transcript, adds, tokens(tools)));
        ChatRequestParameters parameters = adds
                ? request.parameters()
                        .overrideWith(ChatRequestParameters.builder()
                                .toolSpecifications(tools)
                                .build())
                : request.parameters();
        List<ChatMessage> before = new ArrayList<>();
        TokenUsage usage = null;
        for (int round = 0; ; round++) {
            ChatResponse response = delegate.chat(ChatRequest.builder()
                    .messages(messages)
                    .parameters(parameters)
                    .build());
            usage = sum(usage, response.tokenUsage());
            AiMessage whole = response.aiMessage();
            List<ToolExecutionRequest> own = new ArrayList<>(whole.toolExecutionRequests());
            own.removeIf(call -> !adds || !call.name().equals(RetrieveTool.NAME));
            boolean again = !own.isEmpty()
                    && own.size() == whole.toolExecutionRequests().size()
                    && round < MAX_ROUNDS;
            List<ChatMessage> results = answers(own, transcript);
            if (!again) {
                AiMessage shown = own.isEmpty() ? whole : without(whole, own);
                if (!before.isEmpty() || !own.isEmpty()) {
                    conversation.keep(transcript, new HiddenAnswer(before, whole, results, shown));
                }
                return shown(response, shown, usage);
            }
            before.add(whole);
            before.addAll(results);
            messages.add(whole);
            messages.addAll(results);
        }
    }

    private Conversation conversation(Transcript transcript) {
        synchronized (conversations) {
            return conversations.computeIfAbsent(Conversation.keyOf(transcript), key -> new Conversation(curation));
        }
    }

    private static List<ToolSpecification> tools(ChatRequest request) {
        List<ToolSpecification> tools = request.toolSpecifications();
        return tools == null ? new ArrayList<>() : new ArrayList<>(tools);
    }

    private int tokens(List<ToolSpecification> tools) {
        return tools.stream().mapToInt(tool -> curation.count(tool.toJson())).sum();
    }

    private static List<ChatMessage> answers(List<ToolExecutionRequest> calls, Transcript transcript) {
        List<ChatMessage> results = new ArrayList<>();
        for (ToolExecutionRequest call : calls) {
            results.add(ToolExecutionResultMessage.from(call, Originals.answer(call.arguments(), transcript)));
        }
        return results;
    }

    private static AiMessage without(AiMessage message, List<ToolExecutionRequest> calls) {
        List<ToolExecutionRequest> others = new ArrayList<>(message.toolExecutionRequests());
        others.removeAll(calls);
        // A message has to say something.
        String text = message.text() == null && others.isEmpty() ? "" : message.text();
        return message.toBuilder().text(text).toolExecutionRequests(others).build();
    }

    private static ChatResponse shown(ChatResponse response, AiMessage shown, @Nullable TokenUsage usage) {
        if (shown.equals(response.aiMessage()) && Objects.equals(usage, response.tokenUsage())) {
            return response;
        }
        return ChatResponse.builder()
                .aiMessage(shown)
                .metadata(response.metadata().toBuilder().tokenUsage(usage).build())
                .build();
    }

    private static @Nullable TokenUsage sum(@Nullable TokenUsage first, @Nullable TokenUsage second) {
        return first == null || second == null ? second : TokenUsage.sum(first, second);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return delegate.defaultRequestParameters();
    }

    @Override
    public ModelProvider provider() {
        return delegate.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return delegate.supportedCapabilities();
    }

    /** How a model is wrapped. */
    public static final class Builder {
        private static final int MAX_CONVERSATIONS = 1_000;

        private final ChatModel delegate;
        private String policy = CuratedPolicy.BALANCED;
        private int maxTokens;
        private TokenCounter tokens = new BpeTokenCounter();
        private int maxConversations = MAX_CONVERSATIONS;

        private Builder(ChatModel delegate) {
            this.delegate = delegate;
        }

        /** A policy of Ambit's by its name: {@code balanced}, {@code tight}, {@code safe}, {@code off}... */
        public Builder policy(String name) {
            policy = name;
            return this;
        }

        /** The window: the most tokens that a request may have; 0, the default, for no bound. */
        public Builder maxTokens(int most) {
            maxTokens = most;
            return this;
        }

        /** What counts tokens; the default counts as recent models of OpenAI do. */
        public Builder tokens(TokenCounter counter) {
            tokens = counter;
            return this;
        }

        /** How many conversations are remembered, the latest used; 1,000 by default. */
        public Builder maxConversations(int most) {
            maxConversations = most;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws AmbitException where the policy is unknown
         */
        public AmbitChatModel build() {
            return new AmbitChatModel(this);
        }
    }
}
