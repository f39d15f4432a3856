package io.ambit.wire.logs;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chat of Qwen Code: {@code user}, {@code assistant} and {@code tool_result} records whose messages have parts as
 * Gemini's (text, functionCall, functionResponse), linked to a tree by {@code uuid} and {@code parentUuid}; a
 * {@code system} record of a compression holds what it left.
 */
final class QwenCodeLog extends LogReader {
    static final String AGENT = "qwen-code";

    private final List<Entry> entries = new ArrayList<>();
    private String id = "";
    private String version = "";

    /** A record of the tree, with the JSON that its message or its compressed history stands in. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity of the bytes, which is enough
    private record Entry(
            String id,
            String parent,
            String type,
            @Nullable Json content,
            byte[] source,
            @Nullable Instant at,
            String model,
            @Nullable LogUsage usage) {

        boolean isMessage() {
            return content != null && !type.equals("system");
        }
    }

    static boolean claims(Json record) {
        return !LogFields.text(record, "uuid").isEmpty()
                && !LogFields.text(record, "sessionId").isEmpty()
                && (LogFields.isArray(record, "message", "parts") || LogFields.isObject(record, "systemPayload"));
    }

    @Override
    public String agent() {
        return AGENT;
    }

    @Override
    public void add(Json record, byte[] source) {
        String type = LogFields.text(record, "type");
        String uuid = LogFields.text(record, "uuid");
        if (uuid.isEmpty()) {
            skip(type);
            return;
        }
        id = id.isEmpty() ? LogFields.text(record, "sessionId") : id;
        version = version.isEmpty() ? LogFields.text(record, "version") : version;
        Json content = type.equals("system")
                ? LogFields.at(record, "systemPayload", "compressedHistory")
                : LogFields.at(record, "message", "parts");
        if (content == null) {
            skip(type + " " + LogFields.text(record, "subtype"));
        }
        entries.add(new Entry(
                uuid,
                LogFields.text(record, "parentUuid"),
                type,
                content,
                content == null ? new byte[0] : source,
                LogFields.time(record, "timestamp"),
                LogFields.text(record, "model"),
                usage(record.get("usageMetadata"))));
    }

    private static @Nullable LogUsage usage(@Nullable Json usage) {
        if (usage == null) {
            return null;
        }
        long cached = LogFields.number(usage, "cachedContentTokenCount");
        LogUsage read = new LogUsage(
                LogFields.number(usage, "promptTokenCount") - cached,
                cached,
                0,
                0,
                LogFields.number(usage, "candidatesTokenCount"));
        return read.isKnown() ? read : null;
    }

    @Override
    public List<RecordedSession> sessions() {
        Entry leaf = null;
        for (Entry entry : entries) {
            leaf = entry.isMessage() ? entry : leaf;
        }
        if (leaf == null) {
            return List.of();
        }
        List<Entry> branch = new LogTree<>(entries, Entry::id, Entry::parent).branch(leaf);
        Conversation conversation = new Conversation();
        for (Entry entry : branch) {
            if (entry.type().equals("system")) {
                compressed(entry, conversation);
            } else if (entry.content() != null) {
                message(entry.type().equals("assistant"), entry.content(), entry, conversation);
            }
        }
        Set<Entry> followed = new HashSet<>(branch);
        List<Entry> left = entries.stream()
                .filter(Entry::isMessage)
                .filter(entry -> !followed.contains(entry))
                .toList();
        Set<String> parents = new HashSet<>();
        left.forEach(entry -> parents.add(entry.parent()));
        long forks =
                left.stream().filter(entry -> !parents.contains(entry.id())).count();
        return conversation.sessions(id, AGENT, version, "", (int) forks, left.size());
    }

    private static void compressed(Entry entry, Conversation conversation) {
        if (!(entry.content() instanceof Json.Arr history)) {
            return;
        }
        conversation.restart();
        for (Json content : history.items()) {
            Json parts = content.get("parts");
            if (parts != null) {
                message(LogFields.text(content, "role").equals("model"), parts, entry, conversation);
            }
        }
        conversation.carriedOver();
    }

    private static void message(boolean isAnswer, Json content, Entry entry, Conversation conversation) {
        StringBuilder said = new StringBuilder();
        List<Part> calls = new ArrayList<>();
        for (Json part : content.items()) {
            if (LogFields.isTrue(part, "thought")) {
                conversation.lacks(Lack.REASONING);
            } else if (part.get("functionCall") instanceof Json.Obj call) {
                calls.add(Conversation.call(
                        LogFields.text(call, "id"),
                        LogFields.text(call, "name"),
                        LogFields.shown(call.get("args"), entry.source())));
            } else if (part.get("functionResponse") instanceof Json.Obj response) {
                conversation.result(LogFields.text(response, "id"), output(response, entry.source()), entry.at());
            } else if (part.get("text") instanceof Json.Str text) {
                said.append(said.isEmpty() ? "" : "\n").append(text.value());
            } else {
                conversation.lacks(Lack.IMAGES);
            }
        }
        if (!isAnswer) {
            conversation.say(Role.USER, said.toString(), entry.at());
            return;
        }
        if (!said.isEmpty()) {
            calls.add(0, Conversation.text(said.toString()));
        }
        if (!calls.isEmpty() || entry.usage() != null) {
            conversation.answer(calls, entry.at(), "", entry.model(), entry.usage());
        }
    }

    private static String output(Json response, byte[] source) {
        Json body = response.get("response");
        for (String name : List.of("output", "error")) {
            if (LogFields.at(body, name) instanceof Json.Str text) {
                return text.value();
            }
        }
        return LogFields.shown(body, source);
    }
}
