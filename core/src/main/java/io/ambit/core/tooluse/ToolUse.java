package io.ambit.core.tooluse;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.ambit.core.tooluse.pattern.Reflecting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project, for commands, HTTP, MCP and embedding programs. Thread-safe. */
public final class ToolUse {
    private final ProjectContext project;
    private final Sources sources;
    private final CallHistory history;
    private final PatternBook patterns;

    /**
     * What advice rests on.
     *
     * @param analysis the terms by which requests and descriptions are compared
     * @param embedder compares texts by meaning; null for words only
     * @param vectors where vectors of descriptions and requests are kept
     * @param patterns where patterns of failed calls are kept
     */
    public record Sources(
            Ledger ledger,
            ToolStore tools,
            SchemaValidator validator,
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors,
            ToolPatternStore patterns) {}

    public ToolUse(ProjectContext project, Sources sources) {
        this.project = project;
        this.sources = sources;
        this.history = new CallHistory(project.space(), sources.ledger());
        this.patterns = new PatternBook(project.space(), sources.patterns(), history);
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

    /** Patterns of failed calls: what ships, what was learned, what a person decided. */
    public PatternBook patterns() {
        return patterns;
    }

    /** What a call failed of, and what to do about it. What the ledger shows of new failures is learned from, as proposals. */
    public Reflection reflect(FailureReport report) {
        Reflection reflection = new Reflecting(patterns).reflect(report);
        patterns.learnIfNew(project.memory().now());
        return reflection;
    }
}
