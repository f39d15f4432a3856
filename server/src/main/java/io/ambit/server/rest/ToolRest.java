package io.ambit.server.rest;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;

/** {@code /rest/tools}: advice on the tools of projects, for programs. */
public final class ToolRest {
    private ToolRest() {}

    /** Adds the paths; who may ask has been checked before. */
    public static void register(RoutesConfig routes, Projects projects, ToolUses tools, Ledger ledger) {
        ToolSpaces spaces = new ToolSpaces(projects, tools, ledger);
        new DefinitionRoutes(spaces).register(routes);
        new SuggestRoutes(spaces).register(routes);
        new SequenceRoutes(spaces).register(routes);
        new ValidateRoutes(spaces).register(routes);
        new ReflectRoutes(spaces).register(routes);
        new PatternRoutes(spaces, InstantSource.system()).register(routes);
    }
}
