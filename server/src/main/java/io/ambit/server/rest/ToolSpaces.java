package io.ambit.server.rest;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.core.tooluse.ToolUses;

/** The advice of the space that a call names. */
final class ToolSpaces {
    private final Projects projects;
    private final ToolUses tools;
    private final Ledger ledger;

    ToolSpaces(Projects projects, ToolUses tools, Ledger ledger) {
        this.projects = projects;
        this.tools = tools;
        this.ledger = ledger;
    }

    /**
     * The advice of a call's project.
     *
     * @throws InvalidInputException where nothing of that space is known
     */
    ToolUse of(RestCall call) {
        Space space = call.space();
        return projects.ofSpace(space).map(tools::of).orElseGet(() -> {
            // Not for any name that somebody makes up: what is opened stays open.
            if (space.equals(Space.DEFAULT) || ledger.spaces().contains(space)) {
                return tools.of(projects.inSpace(space));
            }
            throw new InvalidInputException(
                    "nothing was recorded in space '" + space + "', expected a space that was worked in");
        });
    }
}
