package io.ambit.server.rest;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.javalin.config.RoutesConfig;

/** {@code /rest/tools}: advice on the tools of projects, for programs. */
public final class ToolRest {
    private ToolRest() {}

    /** Adds the paths; who may ask has been checked before. */
    public static void register(RoutesConfig routes, Projects projects, ToolUses tools, Ledger ledger) {
        ToolSpaces spaces = new ToolSpaces(projects, tools, ledger);
        new DefinitionRoutes(spaces).register(routes);
        new SuggestRoutes(spaces).register(routes);
        new ValidateRoutes(spaces).register(routes);
    }
}
