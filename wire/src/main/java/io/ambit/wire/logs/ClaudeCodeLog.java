package io.ambit.wire.logs;

import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log of Claude Code: {@code user} and {@code assistant} records that hold messages in Anthropic's form, a record
 * for each block of content, linked to a tree by {@code uuid} and {@code parentUuid}; newer versions also log what they
 * put beside the messages ({@code attachment}) and the frame of their requests. Sub-agents ({@code isSidechain}) are
 * sessions of their own.
 */
final class ClaudeCodeLog extends LogReader {
    static final String AGENT = "claude-code";

    /** First records of a log that are no messages. */
    private static final Set<String> HEADS = Set.of("queue-operation", "file-history-snapshot", "mode", "last-prompt");

    /** What stands in the place of the model where Claude Code speaks itself. */
    private static final String NO_MODEL = "<synthetic>";

    private final Map<String, List<ClaudeCodeEntry>> chains = new LinkedHashMap<>();
    private final Map<String, String> chainOf = new LinkedHashMap<>();
    private String version = "";
    private String system = "";
    private String tools = "";

    static boolean claims(Json record) {
        String type = LogFields.text(record, "type");
        if (LogFields.text(record, "sessionId").isEmpty()) {
            return type.equals("file-history-snapshot")
                    || (type.equals("summary")
                            && !LogFields.text(record, "leafUuid").isEmpty());
        }
        return LogFields.isObject(record, "message")
                ? !LogFields.text(record, "uuid").isEmpty() && !LogFields.isArray(record, "message", "parts")
                : HEADS.contains(type) || record.get("isSidechain") instanceof Json.Bool;
    }

    @Override
    public String agent() {
        return AGENT;
    }

    @Override
    public void add(Json record, byte[] source) {
        String type = LogFields.text(record, "type");
        if (type.equals("api-request-shape")) {
            frame(record.get("shape"), "system", source);
            return;
        }
        String id = LogFields.text(record, "uuid");
        if (id.isEmpty()) {
            skip(type);
            return;
        }
        version = orElse(LogFields.text(record, "version"), version);
        String snapshot = LogFields.text(record, "attachment", "type");
        if (snapshot.equals("prompt_snapshot")) {
            frame(record.get("attachment"), "systemPrompt", source);
        }
        ClaudeCodeEntry entry = entry(type, id, record, source);
        if (!entry.isMessage()) {
            skip(snapshot.isEmpty() ? type : type + " " + snapshot);
        }
        chains.computeIfAbsent(chain(entry, record), key -> new ArrayList<>()).add(entry);
    }

    private ClaudeCodeEntry entry(String type, String id, Json record, byte[] source) {
        Json message = record.get("message");
        String model = LogFields.text(message, "model");
        boolean ofMessages = type.equals("user") || type.equals("assistant");
        return new ClaudeCodeEntry(
                id,
                LogFields.text(record, "parentUuid"),
                LogFields.text(record, "logicalParentUuid"),
                LogFields.text(record, "sessionId"),
                ofMessages && !model.equals(NO_MODEL) ? role(type) : null,
                ofMessages
                        ? Blocks.of(LogFields.at(message, "content"), source)
                        : Blocks.of(record.get("rendered"), source),
                LogFields.text(record, "renderedRole"),
                orElse(LogFields.text(message, "id"), id),
                LogFields.time(record, "timestamp"),
                model,
                usage(LogFields.at(message, "usage")));
    }

    private static Role role(String type) {
        return type.equals("assistant") ? Role.ASSISTANT : Role.USER;
    }

    /** Which chain a record belongs to: "" for the session's own, else a name for the sub-agent's. */
    private String chain(ClaudeCodeEntry entry, Json record) {
        String chain = "";
        if (LogFields.isTrue(record, "isSidechain")) {
            String agent = LogFields.text(record, "agentId");
            // Older versions do not name the sub-agent: its first record does.
            chain = agent.isEmpty() ? chainOf.getOrDefault(entry.parent(), entry.id()) : agent;
        }
        chainOf.put(entry.id(), chain);
        return chain;
    }

    /** What stood around the messages: the system prompt and the tools. The first that is known counts. */
    private void frame(@Nullable Json frame, String name, byte[] source) {
        Json prompt = LogFields.at(frame, name);
        if (system.isEmpty() && prompt != null) {
            system = Blocks.of(prompt, source).text();
        }
        Json list = LogFields.at(frame, "tools");
        if (tools.isEmpty() && list instanceof Json.Arr && !list.items().isEmpty()) {
            tools = LogFields.spelling(list, source);
        }
    }

    static @Nullable LogUsage usage(@Nullable Json usage) {
        if (usage == null) {
            return null;
        }
        long written = LogFields.number(usage, "cache_creation_input_tokens");
        long hour = Math.min(written, LogFields.number(usage, "cache_creation", "ephemeral_1h_input_tokens"));
        LogUsage read = new LogUsage(
                LogFields.number(usage, "input_tokens"),
                LogFields.number(usage, "cache_read_input_tokens"),
                written - hour,
                hour,
                LogFields.number(usage, "output_tokens"));
        return read.isKnown() ? read : null;
    }

    @Override
    public List<RecordedSession> sessions() {
        List<RecordedSession> sessions = new ArrayList<>();
        chains.forEach((chain, entries) -> sessions.addAll(new ClaudeCodeBranch(entries)
                .sessions(chain, version, chain.isEmpty() || chains.size() == 1 ? system : "", tools)));
        return sessions;
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
