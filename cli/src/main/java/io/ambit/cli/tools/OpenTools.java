package io.ambit.cli.tools;

import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.project.OpenProject;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.store.SqliteStores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project for the length of a command. */
final class OpenTools implements AutoCloseable {
    private final OpenProject project;
    private final ProjectContext context;
    private final ToolUse use;

    private OpenTools(Terminal terminal, ToolSourceOption option) {
        List<ToolDefinition> given = option.given();
        project = OpenProject.anywhere(terminal, option.where());
        try {
            context = project.context();
            OpenMemory memory = project.memory();
            use = new ToolUse(context, sources(context.space(), memory, given));
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
        return new OpenTools(terminal, option);
    }

    private static ToolUse.Sources sources(Space space, OpenMemory memory, @Nullable List<ToolDefinition> given) {
        SqliteStores stores = memory.stores();
        ToolUse.Sources sources = ToolWiring.sources(space, stores, memory.embedder());
        ToolStore passed = sources.tools();
        return given == null ? sources : sources.withTools(new GivenTools(given, passed));
    }

    /** The advice; its tools are those of the file where one was named. */
    ToolUse use() {
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
