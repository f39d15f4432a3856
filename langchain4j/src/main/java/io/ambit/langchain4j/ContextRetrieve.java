package io.ambit.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.ambit.core.context.RetrieveTool;

/**
 * The tool by which a model gets back what an {@link AmbitChatMemory} has cut. Give {@link #specification()} to the
 * model's tools and {@link #execute} to what runs them; it has the shape of LangChain4j's {@code ToolExecutor}, so that
 * {@code AiServices} takes {@code retrieve::execute}. Each conversation is answered from its own outputs only.
 */
public final class ContextRetrieve {
    private static final ToolSpecification SPECIFICATION = ToolSpecification.builder()
            .name(RetrieveTool.NAME)
            .description(RetrieveTool.DESCRIPTION)
            .parameters(JsonObjectSchema.builder().addStringProperty("id").build())
            .build();

    private final ChatMemoryStore store;

    /** @param store holds the originals; the memories that use this tool keep theirs there */
    public ContextRetrieve(ChatMemoryStore store) {
        this.store = store;
    }

    /** What the model is told of the tool. */
    public static ToolSpecification specification() {
        return SPECIFICATION;
    }

    /**
     * The outputs that a call asks for, every character of them; what is wrong with a call is said in words, for the
     * model to read.
     *
     * @param memoryId of the conversation that the call was made in
     */
    public String execute(ToolExecutionRequest request, Object memoryId) {
        return Originals.answer(request.arguments(), TranscriptReader.read(store.getMessages(memoryId)));
    }

    ChatMemoryStore store() {
        return store;
    }
}
