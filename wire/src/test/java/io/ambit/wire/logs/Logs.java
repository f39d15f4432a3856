package io.ambit.wire.logs;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.testkit.SampleLogs;
import io.ambit.wire.chat.OpenAiChatMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers make of a log, in a form that a test can compare. */
final class Logs {
    private Logs() {}

    static LogReader read(SampleLogs log) {
        LogReader reader = read(log.text().getBytes(StandardCharsets.UTF_8));
        if (reader == null) {
            throw new AssertionError("no reader claims " + log);
        }
        return reader;
    }

    /** Lines that are no JSON are left out, as a reader's caller does. */
    static @Nullable LogReader read(byte[] log) {
        LogReader reader = null;
        for (byte[] line : lines(log)) {
            try {
                Json record = Json.parse(line);
                reader = reader == null ? AgentLogs.readerOf(record) : reader;
                if (reader != null) {
                    reader.add(record, line);
                }
            } catch (JsonSyntaxException e) {
                // a line that is no JSON
            }
        }
        return reader;
    }

    static List<RecordedSession> opencode(byte[] log) {
        OpencodeLog session = new OpencodeLog("ses_1", "1.0");
        for (byte[] line : lines(log)) {
            try {
                Json row = Json.parse(line);
                Json message = row.get("message");
                Json parts = row.get("parts");
                if (message != null && parts != null) {
                    session.add(
                            message,
                            parts.items().stream()
                                    .map(part -> new OpencodeLog.Row(part, line))
                                    .toList());
                }
            } catch (JsonSyntaxException e) {
                // a line that is no JSON
            }
        }
        return session.sessions();
    }

    static List<byte[]> lines(byte[] log) {
        List<byte[]> lines = new ArrayList<>();
        for (String line : new String(log, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            lines.add(line.getBytes(StandardCharsets.ISO_8859_1));
        }
        return lines;
    }

    /** One line for each message: who, and the beginning of what. */
    static List<String> told(RecordedSession session) {
        return session.messages().stream().map(Logs::told).toList();
    }

    private static String told(LoggedMessage message) {
        Json json = Json.parse(OpenAiChatMessages.write(message.message()));
        StringBuilder out = new StringBuilder(String.valueOf(json.text("role")));
        String content = json.text("content");
        if (json.text("tool_call_id") != null) {
            out.append(' ').append(json.text("tool_call_id"));
        }
        if (content != null) {
            out.append(": ").append(content.lines().findFirst().orElse(""));
        }
        Json calls = json.get("tool_calls");
        for (Json call : calls == null ? List.<Json>of() : calls.items()) {
            out.append(" -> ").append(call.text("id")).append(' ').append(LogFields.text(call, "function", "name"));
        }
        return out.toString();
    }

    static List<LogUsage> usages(RecordedSession session) {
        return session.messages().stream()
                .map(LoggedMessage::usage)
                .filter(usage -> usage != null)
                .toList();
    }

    static Map<String, Long> skipped(SampleLogs log) {
        return read(log).skipped();
    }
}
