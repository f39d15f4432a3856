import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.ambit.langchain4j.AmbitChatMemory;
import io.ambit.langchain4j.ContextRetrieve;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An agent with one tool, whose long outputs the model sees shortened and gets back when it asks. */
class Logs {
    static final ToolSpecification READ =
            ToolSpecification.builder().name("read_log").description("Reads the log").build();

    public static void main(String[] arguments) {
        ContextRetrieve retrieve = new ContextRetrieve(new InMemoryChatMemoryStore());
        AmbitChatMemory memory =
                AmbitChatMemory.builder().retrieve(retrieve).maxTokens(8_000).build();
        ChatModel model = new Scripted(); // in your agent: OpenAiChatModel, OllamaChatModel, ...

        memory.add(SystemMessage.from("You read logs."));
        memory.add(UserMessage.from("Which job failed last night?"));
        while (true) {
            List<ChatMessage> shown = memory.messages();
            System.out.println("to the model: " + shown.size() + " messages, " + length(shown) + " characters of "
                    + length(memory.originals()));
            AiMessage answer = model.chat(ChatRequest.builder()
                            .messages(shown)
                            .toolSpecifications(READ, ContextRetrieve.specification())
                            .build())
                    .aiMessage();
            memory.add(answer);
            if (!answer.hasToolExecutionRequests()) {
                System.out.println("answer: " + answer.text());
                return;
            }
            for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
                String result = call.name().equals(READ.name()) ? log() : retrieve.execute(call, memory.id());
                System.out.println("tool: " + call.name() + " " + call.arguments() + " gave " + result.length()
                        + " characters");
                memory.add(ToolExecutionResultMessage.from(call, result));
            }
        }
    }

    static int length(List<ChatMessage> messages) {
        return messages.stream().mapToInt(message -> message.toString().length()).sum();
    }

    static String log() {
        return IntStream.range(0, 500)
                .mapToObj(line -> "02:" + line % 60 + " job " + line * 31 % 977 + (line == 311 ? " lost its lease" : " done"))
                .collect(Collectors.joining("\n"));
    }

    /** Calls the tool, then asks for what was cut of its output, then answers from it. */
    static class Scripted implements ChatModel {
        static final Pattern CUT = Pattern.compile("context_retrieve id=([0-9a-z]+)");

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(answer(request.messages())).build();
        }

        AiMessage answer(List<ChatMessage> messages) {
            if (!(messages.get(messages.size() - 1) instanceof ToolExecutionResultMessage last)) {
                return AiMessage.from(call("1", READ.name(), "{}"));
            }
            Matcher cut = CUT.matcher(last.text());
            if (last.toolName().equals(READ.name()) && cut.find()) {
                String wanted = "{\"id\":\"" + cut.group(1) + "\",\"pattern\":\"lost\"}";
                return AiMessage.from(call("2", "context_retrieve", wanted));
            }
            return AiMessage.from("It was this one: " + last.text().strip());
        }

        static ToolExecutionRequest call(String id, String name, String arguments) {
            return ToolExecutionRequest.builder()
                    .id(id)
                    .name(name)
                    .arguments(arguments)
                    .build();
        }
    }
}
