package io.ambit.bench.recorded;

import io.ambit.wire.logs.Lack;
import io.ambit.wire.logs.LoggedMessage;
import io.ambit.wire.logs.RecordedSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a recording says about a session beside its messages.
 *
 * @param agent that ran it, "" where not known
 * @param carried how many of the first messages a compaction left: they are no steps
 * @param tools the definitions of the tools as JSON, "" where not known
 * @param forks branches that the session does not follow
 * @param leftOut messages on them
 * @param messages one for each message of the session; none where nothing is known
 */
public record SessionFacts(
        String agent, int carried, String tools, Set<Lack> lacks, int forks, int leftOut, List<MessageFacts> messages) {
    public SessionFacts {
        lacks = Set.copyOf(lacks);
        messages = List.copyOf(messages);
    }

    /** What is known where a recording holds messages and nothing else. */
    static SessionFacts ofMessages(List<RecordedMessage> messages) {
        Set<Lack> lacks = EnumSet.of(Lack.TOOLS, Lack.TIMES, Lack.USAGE, Lack.MODEL);
        if (messages.stream().noneMatch(RecordedMessage::isBySystem)) {
            lacks.add(Lack.SYSTEM_PROMPT);
        }
        return new SessionFacts("", 0, "", lacks, 0, 0, List.of());
    }

    static SessionFacts of(RecordedSession session) {
        return new SessionFacts(
                session.agent(),
                session.carried(),
                session.tools(),
                session.lacks(),
                session.forks(),
                session.leftOut(),
                session.messages().stream().map(SessionFacts::of).toList());
    }

    private static MessageFacts of(LoggedMessage message) {
        return new MessageFacts(message.at(), message.provider(), message.model(), message.usage());
    }
}
