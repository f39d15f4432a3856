package io.ambit.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.error.AmbitException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbitChatMemoryTest {
    private final ChatMemoryStore store = new InMemoryChatMemoryStore();
    private final ContextRetrieve retrieve = new ContextRetrieve(store);

    private AmbitChatMemory.Builder memory() {
        return AmbitChatMemory.builder().tokens(new Chars4TokenCounter()).retrieve(retrieve);
    }

    private static void start(AmbitChatMemory memory) {
        memory.add(SystemMessage.from("You read logs."));
        memory.add(UserMessage.from("What happened?"));
    }

    private static void step(AmbitChatMemory memory, int step) {
        memory.add(Outputs.asks("c" + step));
        memory.add(Outputs.answers("c" + step, Outputs.log(step)));
    }

    @Test
    void messages_longOutput_isCutAndComesBackWhole() {
        AmbitChatMemory memory = memory().build();
        start(memory);
        step(memory, 1);

        ChatMessage shown = memory.messages().get(3);

        assertThat(Outputs.text(shown).length()).isLessThan(Outputs.log(1).length() / 2);
        String arguments = "{\"id\":\"" + Outputs.idIn(shown) + "\"}";
        assertThat(retrieve.execute(Outputs.call("r", "context_retrieve", arguments), memory.id()))
                .isEqualTo(Outputs.log(1));
        assertThat(memory.originals()).contains(Outputs.answers("c1", Outputs.log(1)));
    }

    @Test
    void messages_withoutWayBack_losesNothing() {
        AmbitChatMemory memory = AmbitChatMemory.builder()
                .store(store)
                .tokens(new Chars4TokenCounter())
                .build();
        start(memory);
        step(memory, 1);

        assertThat(memory.messages()).isEqualTo(memory.originals());
    }

    @Test
    void messages_policyOff_areTheOriginals() {
        AmbitChatMemory memory = memory().policy("off").build();
        start(memory);
        step(memory, 1);

        assertThat(memory.messages()).isEqualTo(memory.originals());
    }

    @Test
    void messages_fromStepToStep_keepWhatWasShown() {
        AmbitChatMemory memory = memory().policy("balanced:maskFrom=0").build();
        start(memory);
        List<ChatMessage> before = memory.messages();
        for (int i = 1; i < 6; i++) {
            step(memory, i);
            List<ChatMessage> now = memory.messages();
            assertThat(now.subList(0, before.size())).as("step %s", i).isEqualTo(before);
            before = now;
        }
    }

    @Test
    void messages_beyondTheWindow_giveUpThePrefixSeldom() {
        AmbitChatMemory memory = memory().policy("tight").maxTokens(6_000).build();
        start(memory);
        List<ChatMessage> before = memory.messages();
        int boundaries = 0;
        for (int i = 1; i <= 16; i++) {
            step(memory, i);
            List<ChatMessage> now = memory.messages();
            boolean kept =
                    now.size() >= before.size() && now.subList(0, before.size()).equals(before);
            boundaries += kept ? 0 : 1;
            before = now;
        }
        assertThat(boundaries).isBetween(1, 6);
    }

    @Test
    void messages_madeAnewOverTheSameStore_areTheSame() {
        AmbitChatMemory memory = memory().maxTokens(6_000).build();
        start(memory);
        for (int i = 1; i < 9; i++) {
            step(memory, i);
            memory.messages();
        }

        assertThat(memory().maxTokens(6_000).build().messages()).isEqualTo(memory.messages());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 6_000})
    void messages_smallWindow_fitWithPairsAndSystemKept(int window) {
        AmbitChatMemory memory = memory().policy("tight").maxTokens(window).build();
        start(memory);
        Chars4TokenCounter tokens = new Chars4TokenCounter();
        for (int i = 1; i < 11; i++) {
            step(memory, i);
            List<ChatMessage> shown = memory.messages();
            assertThat(shown.stream().mapToInt(m -> tokens.count(text(m))).sum())
                    .isLessThan(window);
            assertThat(shown.get(0)).isEqualTo(SystemMessage.from("You read logs."));
            assertThat(shown).contains(UserMessage.from("What happened?"));
            Set<String> calls = new HashSet<>();
            Set<String> results = new HashSet<>();
            for (ChatMessage message : shown) {
                if (message instanceof AiMessage ai) {
                    ai.toolExecutionRequests().forEach(call -> calls.add(call.id()));
                } else if (message instanceof ToolExecutionResultMessage result) {
                    results.add(result.id());
                }
            }
            assertThat(results).isEqualTo(calls).contains("c" + i);
        }
        assertThat(memory.originals()).hasSize(2 + 2 * 10);
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            case ToolExecutionResultMessage result -> result.text();
            default -> "";
        };
    }

    @Test
    void messages_thatCannotFit_areRefusedWithBothCounts() {
        AmbitChatMemory memory = memory().maxTokens(100).build();
        memory.add(UserMessage.from("word ".repeat(400)));

        assertThatThrownBy(memory::messages)
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("556 tokens")
                .hasMessageContaining("window's 100");
    }

    @Test
    void retrieve_otherConversation_isNotTold() {
        AmbitChatMemory mine = memory().id("mine").build();
        AmbitChatMemory other = memory().id("other").build();
        start(mine);
        step(mine, 1);
        start(other);
        String arguments = "{\"id\":\"" + Outputs.idIn(mine.messages().get(3)) + "\"}";

        String answer = retrieve.execute(Outputs.call("r", "context_retrieve", arguments), other.id());

        assertThat(answer).contains("no tool output yet").doesNotContain("worker");
    }

    @Test
    void add_anotherSystemMessage_takesThePlaceOfTheFirst() {
        AmbitChatMemory memory = memory().build();
        start(memory);
        memory.add(SystemMessage.from("You read logs."));
        memory.add(SystemMessage.from("You write logs."));

        assertThat(memory.messages())
                .containsExactly(SystemMessage.from("You write logs."), UserMessage.from("What happened?"));
    }

    @Test
    void clear_thenAnew_knowsNothing() {
        AmbitChatMemory memory = memory().build();
        start(memory);
        step(memory, 1);
        memory.messages();
        memory.clear();
        assertThat(memory.messages()).isEmpty();
        start(memory);
        assertThat(memory.messages()).hasSize(2);
    }

    @Test
    void messages_imagesAndSeveralContents_stayInTheirPlaces() {
        AmbitChatMemory memory = memory().build();
        memory.add(UserMessage.from(TextContent.from("Look"), ImageContent.from("aGVsbG8=", "image/png")));
        memory.add(Outputs.asks("c1"));
        ImageContent picture = ImageContent.from("d29ybGQ=", "image/png");
        memory.add(ToolExecutionResultMessage.builder()
                .id("c1")
                .toolName("read_log")
                .contents(List.of(picture, TextContent.from(Outputs.log(3))))
                .build());

        List<ChatMessage> shown = memory.messages();

        assertThat(shown.get(0)).isEqualTo(memory.originals().get(0));
        ToolExecutionResultMessage result = (ToolExecutionResultMessage) shown.get(2);
        assertThat(result.contents().get(0)).isEqualTo(picture);
        assertThat(((TextContent) result.contents().get(1)).text())
                .contains("context_retrieve id=")
                .hasSizeLessThan(Outputs.log(3).length());
    }

    @Test
    void messages_sameOutputTwice_isShownOnce() {
        AmbitChatMemory memory = memory().build();
        start(memory);
        String text = Outputs.log(7);
        List<ChatMessage> added = new ArrayList<>();
        for (String id : List.of("c1", "c2")) {
            added.add(Outputs.asks(id));
            added.add(Outputs.answers(id, text));
        }
        memory.add(added);

        List<ChatMessage> shown = memory.messages();

        assertThat(Outputs.text(shown.get(5)).length())
                .isLessThan(Outputs.text(shown.get(3)).length() / 4);
    }
}
