package io.ambit.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a conversation between two requests. Decisions and hidden answers are kept under the hash of all
 * that came before them, so two conversations that begin alike share this and still keep apart. Thread-safe.
 */
final class Conversation {
    private final Curation curation;
    private final Map<Hash, HiddenAnswer> hidden = new HashMap<>();
    private Curation.State state = Curation.State.START;
    private boolean retrieves;

    Conversation(Curation curation) {
        this.curation = curation;
    }

    /** What conversations are told apart by: their beginning up to the first words of a user. */
    static Hash keyOf(Transcript transcript) {
        List<Message> messages = transcript.messages();
        for (int m = 0; m < messages.size(); m++) {
            if (messages.get(m).role() == Role.USER) {
                return transcript.chain().get(m);
            }
        }
        return transcript.tip();
    }

    /**
     * Whether a request is given the tool {@code context_retrieve}: from the first on that carries tools, unless it
     * brings one of that name.
     */
    synchronized boolean adds(List<ToolSpecification> tools) {
        boolean possible = !curation.isOff()
                && !tools.isEmpty()
                && tools.stream().noneMatch(tool -> tool.name().equals(RetrieveTool.NAME));
        retrieves |= possible && curation.isLossy();
        return possible && retrieves;
    }

    /** The messages of a request as the model is to see them. */
    synchronized List<ChatMessage> curate(
            List<ChatMessage> messages, Transcript transcript, boolean retrievable, int otherTokens) {
        state = curation.next(transcript, state, retrievable, otherTokens);
        curation.requireFits(transcript, state, retrievable, otherTokens);
        CuratedMessages curated = new CuratedMessages(messages, state.edits(transcript));
        List<ChatMessage> shown = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            HiddenAnswer answer = m == 0 ? null : hidden.get(transcript.chain().get(m - 1));
            ChatMessage message = messages.get(m);
            List<ChatMessage> whole =
                    answer != null && answer.isShownAs(message) ? answer.messages() : List.of(message);
            shown.addAll(curated.at(m, whole));
        }
        return shown;
    }

    /** Keeps what the caller was not shown of the answer to {@code transcript}. */
    synchronized void keep(Transcript transcript, HiddenAnswer answer) {
        hidden.put(transcript.tip(), answer);
    }
}
