package io.ambit.wire.logs;

import io.ambit.core.text.Json;
import org.jspecify.annotations.Nullable;

/** The logs of lines that can be read. Which one it is, its content tells. */
public final class AgentLogs {
    private AgentLogs() {}

    /** A reader for the log that this record stands in, or null where the record does not tell. */
    public static @Nullable LogReader readerOf(Json record) {
        if (!(record instanceof Json.Obj)) {
            return null;
        }
        if (QwenCodeLog.claims(record)) {
            return new QwenCodeLog();
        }
        if (ClaudeCodeLog.claims(record)) {
            return new ClaudeCodeLog();
        }
        if (CodexLog.claims(record)) {
            return new CodexLog();
        }
        return PiLog.claims(record) ? new PiLog() : null;
    }
}
