package io.ambit.core.tooluse;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.habit.HabitFinder;
import io.ambit.core.tooluse.habit.HabitFinding;
import io.ambit.core.tooluse.habit.ToolTraits;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.sequence.OptimizeRequest;
import io.ambit.core.tooluse.sequence.OptimizedPlan;
import io.ambit.core.tooluse.sequence.SequenceOptimizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project, for commands, HTTP, MCP and embedding programs. Thread-safe. */
public final class ToolUse {
    private static final int RECENT = 500;

    private final ProjectContext project;
    private final Sources sources;
    private final CallHistory history;

    /**
     * What advice rests on.
     *
     * @param analysis the terms by which requests and descriptions are compared
     * @param embedder compares texts by meaning; null for words only
     * @param vectors where vectors of descriptions and requests are kept
     */
    public record Sources(
            Ledger ledger,
            ToolStore tools,
            SchemaValidator validator,
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors) {}

    public ToolUse(ProjectContext project, Sources sources) {
        this.project = project;
        this.sources = sources;
        this.history = new CallHistory(project.space(), sources.ledger());
    }

    public Space space() {
        return project.space();
    }

    /** Every tool that passed in this project. */
    public List<ToolDefinition> tools() {
        return sources.tools().tools(project.space());
    }

    /** What was called. */
    public CallHistory history() {
        return history;
    }

    /**
     * Calls that recorded sessions need not have made, newest session first.
     *
     * @param session only of this one; null for all
     */
    public List<HabitFinding> habits(@Nullable SessionId session) {
        List<SessionCalls> known = recent();
        ToolTraits traits = ToolTraits.learn(tools(), known);
        List<HabitFinding> found = new ArrayList<>();
        for (SessionCalls each : known) {
            if (session == null || each.session().equals(session)) {
                found.addAll(HabitFinder.find(each, traits));
            }
        }
        return found;
    }

    /** A plan of calls made cheaper, by rules of the tools and by what sessions with such goals did. */
    public OptimizedPlan optimize(OptimizeRequest request) {
        return SequenceOptimizer.of(tools(), recent()).optimize(request);
    }

    /** The newest sessions: enough to know tools by. */
    private List<SessionCalls> recent() {
        List<SessionCalls> all = history.all();
        return all.subList(0, Math.min(all.size(), RECENT));
    }
}
