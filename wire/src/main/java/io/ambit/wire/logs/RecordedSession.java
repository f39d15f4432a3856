package io.ambit.wire.logs;

import java.util.List;
import java.util.Set;

/**
 * A session that an agent's log holds: the messages that its last request and the answer to it consisted of. Where the
 * agent compacted its context, what it sent before and what it sent after are sessions of their own.
 *
 * @param id as the agent names it, with what tells its parts apart
 * @param agent short name of the program, "claude-code" say
 * @param agentVersion "" where not known
 * @param messages oldest first; each tool message answers one call
 * @param carried how many of the first messages a compaction left: answers among them were given before the session
 * @param tools the definitions of the tools as JSON, "" where not known
 * @param lacks what the log does not hold
 * @param forks branches of the log that the session does not follow: turns that were taken back or tried again
 * @param leftOut messages on them
 */
public record RecordedSession(
        String id,
        String agent,
        String agentVersion,
        List<LoggedMessage> messages,
        int carried,
        String tools,
        Set<Lack> lacks,
        int forks,
        int leftOut) {
    public RecordedSession {
        messages = List.copyOf(messages);
        lacks = Set.copyOf(lacks);
    }
}
