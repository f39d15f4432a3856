package io.ambit.cli.tools;

import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.store.SqliteStores;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project for the length of a command. */
public final class OpenTools implements AutoCloseable {
    private final OpenProject project;
    private final ProjectContext context;
    private final ToolUse use;

    private OpenTools(Terminal terminal, ProjectOption where, @Nullable List<ToolDefinition> given) {
        project = OpenProject.anywhere(terminal, where);
        try {
            context = project.context();
            OpenMemory memory = project.memory();
            use = new ToolUse(context, sources(terminal.home().folder(), context.space(), memory, given));
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    /**
     * Opens ledger, definitions and project; the model that compares by meaning is loaded at the first comparison.
     *
     * @throws io.ambit.core.error.AmbitException where the file of definitions, or the project, cannot be read
     */
    static OpenTools of(Terminal terminal, ToolSourceOption option) {
        return new OpenTools(terminal, option.where(), option.given());
    }

    /**
     * As {@link #of(Terminal, ToolSourceOption)}, with the tools that passed.
     *
     * @throws io.ambit.core.error.AmbitException where the project cannot be read
     */
    public static OpenTools of(Terminal terminal, ProjectOption where) {
        return new OpenTools(terminal, where, null);
    }

    private static ToolUse.Sources sources(
            Path folder, Space space, OpenMemory memory, @Nullable List<ToolDefinition> given) {
        SqliteStores stores = memory.stores();
        ToolUse.Sources sources = ToolWiring.sources(space, folder, stores, memory.embedder());
        ToolStore passed = sources.tools();
        return given == null
                ? sources
                : new ToolUse.Sources(
                        sources.ledger(),
                        new GivenTools(given, passed),
                        sources.validator(),
                        sources.analysis(),
                        sources.embedder(),
                        sources.vectors(),
                        sources.patterns());
    }

    /** The advice; its tools are those of the file where one was named. */
    public ToolUse use() {
        return use;
    }

    ProjectContext project() {
        return context;
    }

    @Override
    public void close() {
        project.close();
    }
}
