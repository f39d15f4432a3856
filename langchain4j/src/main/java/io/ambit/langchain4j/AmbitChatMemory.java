package io.ambit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.ambit.core.context.CuratedPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat memory that keeps every message as it came, and shows the model what it needs of them. Long tool outputs are
 * cut, repeated ones pointed to, old ones masked; a tool call and its result stay together; the system message and what
 * users say stay whole. What was shown once is shown the same next time.
 *
 * <p>With a {@link ContextRetrieve} every cut can be taken back. Without one, only what loses nothing is shortened.
 *
 * <p>What is shown follows from the messages in the store alone: a memory that is made anew over the same store shows
 * the same. Thread-safe.
 */
public final class AmbitChatMemory implements ChatMemory {
    /** What LangChain4j calls the conversation of a service that has only one. */
    public static final Object DEFAULT_ID = "default";

    private final Object id;
    private final ChatMemoryStore store;
    private final Curation curation;
    private final boolean retrievable;
    private final int otherTokens;

    /** After the last step that the model has answered. */
    private Curation.State answered = Curation.State.START;

    private int answeredMessages;
    private Hash answeredTip = Transcript.ROOT;

    /** Of the last step that was planned, whether it was answered or not. */
    private Curation.State latest = Curation.State.START;

    private Hash latestTip = Transcript.ROOT;

    private AmbitChatMemory(Builder builder) {
        id = builder.id;
        ContextRetrieve retrieve = builder.retrieve;
        store = retrieve != null ? retrieve.store() : builder.store;
        retrievable = retrieve != null;
        curation = new Curation(Policies.parse(builder.policy), builder.tokens, builder.maxTokens);
        otherTokens = retrieve == null
                ? 0
                : builder.tokens.count(ContextRetrieve.specification().toJson());
    }

    /** Starts with the policy {@code balanced}, no bound on tokens and a store in this process. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Object id() {
        return id;
    }

    /** A system message takes the place of the one before; any other is added at the end. */
    @Override
    public synchronized void add(ChatMessage message) {
        List<ChatMessage> all = new ArrayList<>(store.getMessages(id));
        if (message instanceof SystemMessage) {
            if (all.contains(message)) {
                return;
            }
            all.removeIf(SystemMessage.class::isInstance);
            all.add(0, message);
        } else {
            all.add(message);
        }
        store.updateMessages(id, all);
    }

    /**
     * What the model is to see.
     *
     * @throws AmbitException where it has more tokens than allowed in its shortest form
     */
    @Override
    public synchronized List<ChatMessage> messages() {
        List<ChatMessage> all = store.getMessages(id);
        Transcript transcript = TranscriptReader.read(all);
        Curation.State state = plan(transcript);
        curation.requireFits(transcript, state, retrievable, otherTokens);
        return new CuratedMessages(all, state.edits(transcript)).all();
    }

    /** Every message as it came. */
    public synchronized List<ChatMessage> originals() {
        return List.copyOf(store.getMessages(id));
    }

    /**
     * A fold over the steps, which are the beginnings that the model answered and the whole: planned one after another,
     * whenever this was asked before.
     */
    private Curation.State plan(Transcript transcript) {
        if (answeredMessages > transcript.size()
                || !tip(transcript, answeredMessages).equals(answeredTip)) {
            answered = Curation.State.START;
            answeredMessages = 0;
            answeredTip = Transcript.ROOT;
            latestTip = Transcript.ROOT;
        }
        List<Message> messages = transcript.messages();
        for (int m = answeredMessages + 1; m < messages.size(); m++) {
            if (messages.get(m).role() == Role.ASSISTANT) {
                answered = step(transcript.first(m));
                answeredMessages = m;
                answeredTip = tip(transcript, m);
            }
        }
        boolean asks = !messages.isEmpty() && messages.get(messages.size() - 1).role() != Role.ASSISTANT;
        return asks ? step(transcript) : answered;
    }

    private Curation.State step(Transcript transcript) {
        if (!transcript.tip().equals(latestTip)) {
            latest = curation.next(transcript, answered, retrievable, otherTokens);
            latestTip = transcript.tip();
        }
        return latest;
    }

    private static Hash tip(Transcript transcript, int messages) {
        return messages == 0 ? Transcript.ROOT : transcript.chain().get(messages - 1);
    }

    @Override
    public synchronized void clear() {
        store.deleteMessages(id);
    }

    /** How a memory is made. */
    public static final class Builder {
        private Object id = DEFAULT_ID;
        private String policy = CuratedPolicy.BALANCED;
        private int maxTokens;
        private TokenCounter tokens = new BpeTokenCounter();
        private ChatMemoryStore store = new InMemoryChatMemoryStore();
        private @Nullable ContextRetrieve retrieve;

        private Builder() {}

        /** Names the conversation in the store. */
        public Builder id(Object conversation) {
            id = conversation;
            return this;
        }

        /** A policy of Ambit's by its name: {@code balanced}, {@code tight}, {@code safe}, {@code off}... */
        public Builder policy(String name) {
            policy = name;
            return this;
        }

        /** The most tokens that the messages shown may have; 0, the default, for no bound. */
        public Builder maxTokens(int most) {
            maxTokens = most;
            return this;
        }

        /** What counts tokens; the default counts as recent models of OpenAI do. */
        public Builder tokens(TokenCounter counter) {
            tokens = counter;
            return this;
        }

        /** Where the messages are kept as they came. */
        public Builder store(ChatMemoryStore originals) {
            store = originals;
            return this;
        }

        /** The tool that gives back what is cut; its store takes the place of {@link #store}. */
        public Builder retrieve(ContextRetrieve tool) {
            retrieve = tool;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws AmbitException where the policy is unknown
         */
        public AmbitChatMemory build() {
            return new AmbitChatMemory(this);
        }
    }
}
