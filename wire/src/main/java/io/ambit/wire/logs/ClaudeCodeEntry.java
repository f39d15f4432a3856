package io.ambit.wire.logs;

import io.ambit.core.message.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of Claude Code's log that stands in the tree.
 *
 * @param parent "" for a root
 * @param logicalParent of the first record after a compaction: where the tree went on before it; else ""
 * @param role of a message; null where the record is none
 * @param content of the message, or what the agent put beside it
 * @param besides role of what was put beside a message, "" for none
 * @param messageId of the answer that the record is a piece of; the record's own where it is none
 */
record ClaudeCodeEntry(
        String id,
        String parent,
        String logicalParent,
        String session,
        @Nullable Role role,
        Blocks content,
        String besides,
        String messageId,
        @Nullable Instant at,
        String model,
        @Nullable LogUsage usage) {

    boolean isAnswer() {
        return role == Role.ASSISTANT;
    }

    /** Whether it says something that was sent. */
    boolean isMessage() {
        return role != null || (!besides.isEmpty() && !content.text().isEmpty());
    }
}
