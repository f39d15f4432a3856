package io.ambit.wire;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.JsonStrings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Edits of one request, sorted by place, for a format whose messages stand in one JSON list. */
public final class MessageEdits {
    private final List<Message> messages;
    private final UnaryOperator<String> userMessage;
    private final BitSet dropped = new BitSet();
    private final Map<Integer, List<String>> restored = new HashMap<>();
    private final Map<Integer, List<String>> inserted = new HashMap<>();
    private final Map<Span, String> replaced = new HashMap<>();

    private MessageEdits(Transcript transcript, UnaryOperator<String> userMessage) {
        this.messages = transcript.messages();
        this.userMessage = userMessage;
    }

    /**
     * Sorts edits.
     *
     * @param edits in any order
     * @param userMessage from a text to a message of a user with it, in the format's own JSON
     */
    public static MessageEdits of(Transcript transcript, List<Edit> edits, UnaryOperator<String> userMessage) {
        MessageEdits sorted = new MessageEdits(transcript, userMessage);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Drop drop) {
                sorted.dropped.set(drop.messageIndex());
            }
        }
        edits.forEach(sorted::add);
        return sorted;
    }

    private void add(Edit edit) {
        int index = edit.messageIndex();
        switch (edit) {
            case Edit.Drop ignored -> {}
            case Edit.Restore restore -> {
                if (!restore.messages().isBlank()) {
                    restored.computeIfAbsent(index, i -> new ArrayList<>()).add(restore.messages());
                }
            }
            case Edit.Insert insert ->
                inserted.computeIfAbsent(index, i -> new ArrayList<>()).add(userMessage.apply(insert.text()));
            case Edit.Replace replace -> {
                Span span = messages.get(index).parts().get(replace.partIndex()).span();
                if (span.isPresent() && !dropped.get(index)) {
                    replaced.put(span, JsonStrings.quote(replace.text()));
                }
            }
        }
    }

    /** What was restored stood before what is inserted now. */
    private List<String> after(int index) {
        List<String> added = new ArrayList<>(restored.getOrDefault(index, List.of()));
        added.addAll(inserted.getOrDefault(index, List.of()));
        return added;
    }

    /** What comes after none, or after a message that stands before the list. */
    private List<String> before(int leading) {
        List<String> added = new ArrayList<>();
        for (int i = -1; i < leading; i++) {
            added.addAll(after(i));
        }
        return added;
    }

    /** Adds them to a splice of the body. */
    public void addTo(Splice splice, Span list) {
        replaced.forEach((span, literal) -> splice.replace(span.start(), span.end(), literal));
        if (!dropped.isEmpty() || !restored.isEmpty() || !inserted.isEmpty()) {
            int leading = MessageList.leading(messages); // these stand elsewhere
            splice.elements(
                    list,
                    messages.stream().skip(leading).map(Message::span).toList(),
                    i -> dropped.get(leading + i),
                    i -> i < 0 ? before(leading) : after(leading + i));
        }
    }
}
