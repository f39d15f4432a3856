package io.ambit.bench.habits;

import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionId;
import io.ambit.core.text.Hash;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tooluse.history.CallReader;
import io.ambit.wire.chat.OpenAiChatMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a recorded session.
 *
 * @param name of the run, as its file has it
 * @param reward from 0 to 1; null where nobody gave one
 */
public record JudgedSession(String name, @Nullable Double reward, SessionCalls calls) {

    static JudgedSession of(Trajectory trajectory) {
        List<Message> messages = new ArrayList<>();
        for (RecordedMessage message : trajectory.messages()) {
            messages.add(OpenAiChatMessages.read(message.raw()));
        }
        String id = Hash.of((trajectory.file() + ' ' + trajectory.line() + ' ' + trajectory.id())
                        .getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
        return new JudgedSession(
                trajectory.id(),
                trajectory.reward(),
                CallReader.read(new SessionId(id), Instant.EPOCH, "", Transcript.of(messages)));
    }

    /** Whether it was given the whole reward. */
    boolean isRewarded() {
        return reward != null && reward >= 1;
    }
}
