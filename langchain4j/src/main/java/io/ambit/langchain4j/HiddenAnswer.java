package io.ambit.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An answer of the model as it was, where the caller was shown less of it: the calls of {@code context_retrieve} and what
 * they gave were kept from it, and go back into its later requests.
 *
 * @param before calls and results that came before the answer
 * @param whole the answer with all of its calls
 * @param results what its own calls of {@code context_retrieve} gave
 * @param shown the answer that the caller got
 */
record HiddenAnswer(List<ChatMessage> before, AiMessage whole, List<ChatMessage> results, AiMessage shown) {
    HiddenAnswer {
        before = List.copyOf(before);
        results = List.copyOf(results);
    }

    /** Whether {@code message} is what the caller was shown; it may have left out what is no text and no call. */
    boolean isShownAs(ChatMessage message) {
        return message instanceof AiMessage ai
                && Objects.equals(ai.text(), shown.text())
                && ai.toolExecutionRequests().equals(shown.toolExecutionRequests());
    }

    /** All that passed between the model and Ambit in its place. */
    List<ChatMessage> messages() {
        List<ChatMessage> all = new ArrayList<>(before);
        all.add(whole);
        all.addAll(results);
        return all;
    }
}
