package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of tools: which reads and which writes, what each can take, and how it was called. Told from names,
 * schemas, and what the calls show. A tool of which nothing is known counts as one that writes, so that advice that rests
 * on it stays silent. Immutable once learned.
 */
public final class ToolTraits {
    /** Of one tool, at most so many calls are kept to compare with, the newest sessions' first. */
    private static final int MAX_CALLS = 500;
    /** What begins a statement that changes data. */
    private static final Set<String> SQL_WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "create",
            "drop",
            "alter",
            "replace",
            "merge",
            "truncate",
            "grant",
            "revoke",
            "vacuum",
            "call",
            "exec",
            "execute",
            "set",
            "begin",
            "commit",
            "with",
            "do",
            "copy",
            "pragma",
            "attach");

    private final Map<String, ToolDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, List<Seen>> calls = new HashMap<>();
    private final Set<String> unsteady = new HashSet<>();

    private ToolTraits() {}

    /**
     * Learns from definitions and from sessions.
     *
     * @param tools all that are known; none is no obstacle
     * @param sessions newest first
     */
    public static ToolTraits learn(Collection<ToolDefinition> tools, Collection<SessionCalls> sessions) {
        ToolTraits traits = new ToolTraits();
        for (ToolDefinition tool : tools) {
            traits.definitions.putIfAbsent(tool.name(), tool);
        }
        for (SessionCalls session : sessions) {
            traits.learn(session);
        }
        return traits;
    }

    private void learn(SessionCalls session) {
        Map<String, Seen> last = new HashMap<>();
        for (ObservedCall call : session.calls()) {
            Seen seen = new Seen(call, this);
            List<Seen> known = calls.computeIfAbsent(seen.tool(), tool -> new ArrayList<>());
            if (known.size() < MAX_CALLS) {
                known.add(seen);
            }
            if (seen.effect().changes()) {
                last.clear();
            } else if (seen.succeeded()) {
                Seen before = last.put(seen.key(), seen);
                if (before != null && !before.call().result().equals(seen.call().result())) {
                    unsteady.add(seen.tool());
                }
            }
        }
    }

    /** What the name of a tool alone says of its calls. */
    public static Effect named(String tool) {
        return Verbs.effect(ToolName.of(tool));
    }

    /** Whether a word of a tool's name is a verb of writing, whatever the others are. */
    public static boolean saysWriting(String tool) {
        return Verbs.saysWriting(ToolName.of(tool));
    }

    /** What a call does to data, by the tool's name and, of shells and databases, by what they are told to do. */
    public Effect effect(Invocation call) {
        ToolName name = ToolName.of(call.tool());
        String command = ShellCommand.in(name, call.arguments());
        if (command != null) {
            return ShellCommand.isRead(command) ? Effect.READ : Effect.WRITE;
        }
        Effect effect = Verbs.effect(name);
        if (effect != Effect.WRITE) {
            for (Object value : call.arguments().values()) {
                if (value instanceof String text && isSqlWrite(text)) {
                    return Effect.WRITE;
                }
            }
        }
        return effect;
    }

    /**
     * Whether making the call again, with nothing written between, brings the same: it only reads, and no recorded call of
     * the tool answered otherwise to the same arguments.
     */
    public boolean isRepeatable(Invocation call) {
        return effect(call).repeats() && !unsteady.contains(call.tool());
    }

    /** What the tool takes, where its definition is known. */
    public @Nullable ToolDefinition definition(String tool) {
        return definitions.get(tool);
    }

    /** All definitions known. */
    public Collection<ToolDefinition> definitions() {
        return definitions.values();
    }

    /** Recorded calls of a tool. */
    List<Seen> calls(String tool) {
        return calls.getOrDefault(tool, List.of());
    }

    /** Names of the tools that were called. */
    Set<String> called() {
        return calls.keySet();
    }

    /** The median size of a recorded call with its result, in tokens; 0 where none was recorded. */
    public int medianTokens(String tool) {
        List<Integer> sizes = calls(tool).stream().map(Seen::tokens).sorted().toList();
        return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
    }

    private static boolean isSqlWrite(String text) {
        String start = text.stripLeading();
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        // A word alone is a search for it; a statement goes on behind a blank and has an object in upper or lower case.
        if (end == 0 || end == start.length() || !Character.isWhitespace(start.charAt(end))) {
            return false;
        }
        String word = start.substring(0, end);
        String rest = start.substring(end).toLowerCase(Locale.ROOT);
        return SQL_WRITES.contains(word.toLowerCase(Locale.ROOT))
                && (rest.contains(" into ")
                        || rest.contains(" set ")
                        || rest.contains(" from ")
                        || rest.contains(" table ")
                        || rest.contains("(")
                        || rest.contains(";"));
    }
}
