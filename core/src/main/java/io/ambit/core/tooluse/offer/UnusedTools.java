package io.ambit.core.tooluse.offer;

import io.ambit.core.spi.TokenCounter;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tools that were offered and never called. Their definitions are paid for in each request that carries them; whether to
 * leave them out is for a person to decide.
 *
 * @param offered how many tools there were
 * @param unused those of them that were not called, the dearest first
 */
public record UnusedTools(int offered, List<Priced> unused) {
    public UnusedTools {
        unused = List.copyOf(unused);
    }

    /**
     * A tool with what it costs.
     *
     * @param tokens of its definition
     */
    public record Priced(String tool, int tokens) {}

    /** Of what was offered, what none of the sessions called. */
    public static UnusedTools of(
            Collection<ToolDefinition> offered, Collection<SessionCalls> sessions, TokenCounter tokens) {
        Set<String> called = new HashSet<>();
        for (SessionCalls session : sessions) {
            session.calls().stream().map(ObservedCall::tool).forEach(called::add);
        }
        List<Priced> unused = offered.stream()
                .filter(tool -> !called.contains(tool.name()))
                .map(tool -> new Priced(tool.name(), tokens.count(tool.text())))
                .sorted(Comparator.comparingInt(Priced::tokens).reversed().thenComparing(Priced::tool))
                .toList();
        return new UnusedTools(offered.size(), unused);
    }

    /** What the unused ones cost each request. */
    public int tokens() {
        return unused.stream().mapToInt(Priced::tokens).sum();
    }

    /** The names of the dearest, and how many more there are. */
    public String names(int most) {
        String first =
                String.join(", ", unused.stream().limit(most).map(Priced::tool).toList());
        return unused.size() <= most ? first : first + " and " + (unused.size() - most) + " more";
    }
}
