package io.ambit.bench.recorded;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.chat.OpenAiChatMessages;
import io.ambit.wire.logs.LoggedMessage;
import io.ambit.wire.logs.RecordedSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session.
 *
 * @param id as the file names it
 * @param file that it came from, as the user named it
 * @param line of the file, from 1; 0 where it is the whole file
 * @param messages oldest first
 * @param facts what is known beside them
 * @param reward what was given for it, from 0 to 1; null where nobody says
 */
public record Trajectory(
        String id,
        String file,
        long line,
        List<RecordedMessage> messages,
        SessionFacts facts,
        @Nullable Double reward) {
    /** Longer than any number that is one, in characters. */
    private static final int MAX_REWARD = 40;

    public Trajectory {
        messages = List.copyOf(messages);
    }

    /** A session that nobody has judged. */
    public Trajectory(String id, String file, long line, List<RecordedMessage> messages, SessionFacts facts) {
        this(id, file, line, messages, facts, null);
    }

    /** A session of which nothing but its messages is known. */
    public Trajectory(String id, String file, long line, List<RecordedMessage> messages) {
        this(id, file, line, messages, SessionFacts.ofMessages(messages));
    }

    /** A session of an agent's log, with its messages in the form of chat completions. */
    static Trajectory of(RecordedSession session, String file, long line) {
        List<RecordedMessage> messages = new ArrayList<>();
        for (LoggedMessage message : session.messages()) {
            messages.add(RecordedMessage.read(Utf8.encode(OpenAiChatMessages.write(message.message()))));
        }
        return new Trajectory(session.id(), file, line, messages, SessionFacts.of(session));
    }

    /** The same with the {@code reward} that stands beside its messages, where one does. */
    Trajectory withReward(Json record) {
        if (!(record.get("reward") instanceof Json.Num number)
                || number.spelling().length() > MAX_REWARD) {
            return this;
        }
        return new Trajectory(id, file, line, messages, facts, Double.valueOf(number.spelling()));
    }

    /** Indexes of the messages that are steps: the request of a step is every message before it. */
    public List<Integer> steps() {
        List<Integer> steps = new ArrayList<>();
        for (int m = Math.max(1, facts.carried()); m < messages.size(); m++) {
            if (messages.get(m).isStep()) {
                steps.add(m);
            }
        }
        return steps;
    }

    /** What is known of the message at {@code index}. */
    public MessageFacts factsOf(int index) {
        return index < facts.messages().size() ? facts.messages().get(index) : MessageFacts.NONE;
    }
}
