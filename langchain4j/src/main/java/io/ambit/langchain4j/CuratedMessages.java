package io.ambit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.ambit.core.context.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages as the model is to see them; those that no edit names are the same objects. */
final class CuratedMessages {
    private final List<ChatMessage> messages;
    private final Set<Integer> dropped = new HashSet<>();
    private final Map<Integer, Map<Integer, String>> replaced = new HashMap<>();
    private final Map<Integer, String> inserted = new HashMap<>();

    CuratedMessages(List<ChatMessage> messages, List<Edit> edits) {
        this.messages = messages;
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Drop drop -> dropped.add(drop.messageIndex());
                case Edit.Replace replace ->
                    replaced.computeIfAbsent(replace.messageIndex(), index -> new HashMap<>())
                            .put(replace.partIndex(), replace.text());
                case Edit.Insert insert -> inserted.put(insert.messageIndex(), insert.text());
                case Edit.Restore restore -> throw new IllegalArgumentException("restored bytes, expected none");
            }
        }
    }

    /** All of them. */
    List<ChatMessage> all() {
        List<ChatMessage> shown = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            shown.addAll(at(m, List.of(messages.get(m))));
        }
        return shown;
    }

    /**
     * What is shown in the place of one message.
     *
     * @param whole what stands there where it is not left out: the message, or it with what belongs around it
     */
    List<ChatMessage> at(int index, List<ChatMessage> whole) {
        List<ChatMessage> shown = new ArrayList<>();
        if (!dropped.contains(index)) {
            Map<Integer, String> texts = replaced.get(index);
            if (texts != null && messages.get(index) instanceof ToolExecutionResultMessage result) {
                shown.add(replaced(result, texts));
            } else {
                shown.addAll(whole);
            }
        }
        String insert = inserted.get(index);
        if (insert != null) {
            shown.add(UserMessage.from(insert));
        }
        return shown;
    }

    private static ChatMessage replaced(ToolExecutionResultMessage message, Map<Integer, String> texts) {
        List<Content> contents = new ArrayList<>(message.contents());
        texts.forEach((part, text) -> contents.set(part, TextContent.from(text)));
        return message.toBuilder().contents(contents).build();
    }
}
