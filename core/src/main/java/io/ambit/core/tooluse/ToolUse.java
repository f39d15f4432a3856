package io.ambit.core.tooluse;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.usage.UsageAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project, for commands, HTTP, MCP and embedding programs. Thread-safe. */
public final class ToolUse {
    private final ProjectContext project;
    private final Sources sources;
    private final CallHistory history;
    private final UsageAnalysis usage;

    /**
     * What advice rests on.
     *
     * @param analysis the terms by which requests and descriptions are compared
     * @param embedder compares texts by meaning; null for words only
     * @param usage what sessions came to, and how they were rated
     * @param vectors where vectors of descriptions and requests are kept
     */
    public record Sources(
            Ledger ledger,
            ToolStore tools,
            UsageStore usage,
            SchemaValidator validator,
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors) {

        /** The same, with definitions from elsewhere. */
        public Sources withTools(ToolStore other) {
            return new Sources(ledger, other, usage, validator, analysis, embedder, vectors);
        }
    }

    public ToolUse(ProjectContext project, Sources sources) {
        this.project = project;
        this.sources = sources;
        this.history = new CallHistory(project.space(), sources.ledger());
        this.usage = new UsageAnalysis(project, sources.ledger(), sources.tools(), sources.usage());
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

    /** What calls cost, and how people find what was done. */
    public UsageAnalysis usage() {
        return usage;
    }
}
