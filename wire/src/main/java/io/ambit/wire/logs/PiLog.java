package io.ambit.wire.logs;

import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session of pi: a {@code session} header, then {@code message} entries linked to a tree by {@code id} and
 * {@code parentId} (the first version: a list), with {@code compaction} and {@code branch_summary} entries between them.
 */
final class PiLog extends LogReader {
    static final String AGENT = "pi";

    private final List<Entry> entries = new ArrayList<>();
    private String id = "";
    private String version = "";

    /** An entry that stands for something in the context; {@code keepFrom} of a compaction: the first entry it kept. */
    private record Entry(
            String id,
            String parent,
            String type,
            String role,
            String keepFrom,
            String toolCall,
            Blocks content,
            @Nullable Instant at,
            String provider,
            String model,
            @Nullable LogUsage usage) {

        boolean isMessage() {
            return type.equals("message");
        }
    }

    static boolean claims(Json record) {
        return LogFields.text(record, "type").equals("session")
                && !LogFields.text(record, "id").isEmpty()
                && (record.get("version") != null || record.get("cwd") != null);
    }

    @Override
    public String agent() {
        return AGENT;
    }

    @Override
    public void add(Json record, byte[] source) {
        String type = LogFields.text(record, "type");
        if (type.equals("session")) {
            id = LogFields.text(record, "id");
            version = "log version " + Math.max(1, LogFields.number(record, "version"));
            return;
        }
        Entry entry = entry(type, record, source);
        if (entry.content().parts().isEmpty()
                && entry.usage() == null
                && !entry.role().equals("toolResult")) {
            skip(type);
        }
        entries.add(entry);
    }

    private Entry entry(String type, Json record, byte[] source) {
        Json message = record.get("message");
        String linear = Integer.toString(entries.size());
        String role = LogFields.text(message, "role");
        return new Entry(
                orElse(LogFields.text(record, "id"), linear),
                record.get("parentId") == null && record.get("id") == null
                        ? Integer.toString(entries.size() - 1)
                        : LogFields.text(record, "parentId"),
                type,
                role,
                LogFields.text(record, "firstKeptEntryId"),
                LogFields.text(message, "toolCallId"),
                content(type, role, record, source),
                LogFields.time(record, "timestamp"),
                LogFields.text(message, "provider"),
                LogFields.text(message, "model"),
                usage(LogFields.at(message, "usage")));
    }

    private static Blocks content(String type, String role, Json record, byte[] source) {
        return switch (type) {
            case "compaction", "branch_summary" -> Blocks.of(record.get("summary"), source);
            case "custom_message" -> Blocks.of(record.get("content"), source);
            case "message" ->
                switch (role) {
                    case "bashExecution" -> Blocks.of(LogFields.at(record, "message", "output"), source);
                    case "branchSummary", "compactionSummary" ->
                        Blocks.of(LogFields.at(record, "message", "summary"), source);
                    default -> Blocks.of(LogFields.at(record, "message", "content"), source);
                };
            default -> Blocks.of(null, source);
        };
    }

    private static @Nullable LogUsage usage(@Nullable Json usage) {
        if (usage == null) {
            return null;
        }
        LogUsage read = new LogUsage(
                LogFields.number(usage, "input"),
                LogFields.number(usage, "cacheRead"),
                LogFields.number(usage, "cacheWrite"),
                0,
                LogFields.number(usage, "output"));
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
        for (int e = 0; e < branch.size(); e++) {
            if (branch.get(e).type().equals("compaction")) {
                compacted(branch.subList(0, e), branch.get(e), conversation);
            } else {
                add(branch.get(e), conversation);
            }
        }
        List<Entry> left = entries.stream()
                .filter(Entry::isMessage)
                .filter(entry -> !branch.contains(entry))
                .toList();
        return conversation.sessions(id, AGENT, version, "", forks(left), left.size());
    }

    private static void compacted(List<Entry> before, Entry compaction, Conversation conversation) {
        conversation.restart();
        conversation.say(Role.USER, compaction.content().text(), compaction.at());
        boolean kept = false;
        for (Entry entry : before) {
            kept |= entry.id().equals(compaction.keepFrom());
            if (kept && !entry.type().equals("compaction")) {
                add(entry, conversation);
            }
        }
        conversation.carriedOver();
    }

    private static void add(Entry entry, Conversation conversation) {
        Blocks content = entry.content();
        if (content.hasImages()) {
            conversation.lacks(Lack.IMAGES);
        }
        if (content.hasReasoning()) {
            conversation.lacks(Lack.REASONING);
        }
        switch (entry.role()) {
            case "assistant" -> {
                if (!content.parts().isEmpty() || entry.usage() != null) {
                    conversation.answer(content.parts(), entry.at(), entry.provider(), entry.model(), entry.usage());
                }
            }
            case "toolResult" -> conversation.result(entry.toolCall(), content.text(), entry.at());
            default -> conversation.say(Role.USER, content.text(), entry.at());
        }
    }

    private static int forks(List<Entry> left) {
        List<String> parents = left.stream().map(Entry::parent).toList();
        return (int)
                left.stream().filter(entry -> !parents.contains(entry.id())).count();
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
