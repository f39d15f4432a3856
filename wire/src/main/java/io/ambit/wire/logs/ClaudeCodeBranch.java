package io.ambit.wire.logs;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The branch of one chain of Claude Code's records that ends at the last message, put together to messages.
 *
 * <p>An answer is logged in pieces, and where it called several tools at once their results hang on different pieces:
 * so the branch alone would miss some. Pieces are found by the answer's id, results by the call's.
 */
final class ClaudeCodeBranch {
    private final List<ClaudeCodeEntry> entries;
    private final LogTree<ClaudeCodeEntry> tree;
    private final Map<String, List<ClaudeCodeEntry>> answers = new LinkedHashMap<>();
    private final Map<String, ClaudeCodeEntry> resultOf = new HashMap<>();
    private final Set<ClaudeCodeEntry> used = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Conversation conversation = new Conversation();

    ClaudeCodeBranch(List<ClaudeCodeEntry> entries) {
        this.entries = entries;
        this.tree = new LogTree<>(entries, ClaudeCodeEntry::id, ClaudeCodeEntry::parent);
        for (ClaudeCodeEntry entry : entries) {
            if (entry.isAnswer()) {
                answers.computeIfAbsent(entry.messageId(), id -> new ArrayList<>())
                        .add(entry);
            }
            for (Blocks.Result result : entry.content().results()) {
                resultOf.putIfAbsent(result.callId(), entry);
            }
        }
    }

    /** @param chain name of the sub-agent, "" for the session itself */
    List<RecordedSession> sessions(String chain, String version, String system, String tools) {
        ClaudeCodeEntry leaf = last();
        if (leaf == null) {
            return List.of();
        }
        List<List<ClaudeCodeEntry>> parts = parts(leaf);
        for (int p = 0; p < parts.size(); p++) {
            if (p > 0) {
                conversation.restart();
            }
            conversation.say(Role.SYSTEM, system, null);
            parts.get(p).forEach(this::add);
        }
        String id = chain.isEmpty() ? leaf.session() : leaf.session() + " agent " + chain;
        List<ClaudeCodeEntry> left = entries.stream()
                .filter(ClaudeCodeEntry::isMessage)
                .filter(entry -> !used.contains(entry))
                .toList();
        return conversation.sessions(id, ClaudeCodeLog.AGENT, version, tools, forks(left), left.size());
    }

    private @Nullable ClaudeCodeEntry last() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).role() != null) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** What was sent before each compaction, and after the last one. */
    private List<List<ClaudeCodeEntry>> parts(ClaudeCodeEntry leaf) {
        List<List<ClaudeCodeEntry>> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ClaudeCodeEntry end = leaf;
        while (end != null && seen.add(end.id())) {
            List<ClaudeCodeEntry> part = tree.branch(end);
            parts.add(0, part);
            end = tree.get(part.get(0).logicalParent());
        }
        return parts;
    }

    private void add(ClaudeCodeEntry entry) {
        if (entry.isAnswer()) {
            if (!used.contains(entry)) {
                answer(answers.getOrDefault(entry.messageId(), List.of(entry)));
            }
            return;
        }
        used.add(entry);
        if (entry.content().hasImages()) {
            conversation.lacks(Lack.IMAGES);
        }
        for (Blocks.Result result : entry.content().results()) {
            if (answered.add(result.callId())) {
                conversation.result(result.callId(), result.text(), entry.at());
            }
        }
        if (entry.role() != null) {
            conversation.say(Role.USER, entry.content().text(), entry.at());
        } else if (entry.isMessage()) {
            Role role = entry.besides().equals("system") ? Role.SYSTEM : Role.USER;
            conversation.say(role, entry.content().text(), entry.at());
        }
    }

    private void answer(List<ClaudeCodeEntry> pieces) {
        List<Part> parts = new ArrayList<>();
        LogUsage usage = null;
        for (ClaudeCodeEntry piece : pieces) {
            used.add(piece);
            parts.addAll(piece.content().parts());
            // Each piece repeats the usage; the last one has the whole output in it.
            usage = piece.usage() == null ? usage : piece.usage();
            if (piece.content().hasReasoning()) {
                conversation.lacks(Lack.REASONING);
            }
        }
        ClaudeCodeEntry first = pieces.get(0);
        if (parts.isEmpty() && usage == null) {
            return;
        }
        conversation.answer(parts, first.at(), "anthropic", first.model(), usage);
        for (Part part : parts) {
            if (part instanceof Part.ToolCall call) {
                result(call.id());
            }
        }
    }

    private void result(String callId) {
        ClaudeCodeEntry entry = resultOf.get(callId);
        if (entry == null) {
            return; // interrupted, or the log ends here
        }
        used.add(entry);
        for (Blocks.Result result : entry.content().results()) {
            if (result.callId().equals(callId) && answered.add(callId)) {
                conversation.result(callId, result.text(), entry.at());
            }
        }
    }

    /** Ends of branches that were left. */
    private static int forks(List<ClaudeCodeEntry> left) {
        Set<String> parents = new HashSet<>();
        left.forEach(entry -> parents.add(entry.parent()));
        return (int)
                left.stream().filter(entry -> !parents.contains(entry.id())).count();
    }
}
