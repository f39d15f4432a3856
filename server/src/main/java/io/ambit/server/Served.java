package io.ambit.server;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.memory.Memory;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers from. All of it stays the caller's to close, after the server.
 *
 * @param memory shown under {@code /rest/memory}; null for a server without
 * @param projects their backlogs; null for a server without, and without {@code /mcp}
 * @param tools advice on the tools of these projects; null for a server without, and without {@code /mcp}
 */
public record Served(
        Ledger ledger,
        @Nullable Memory memory,
        @Nullable Projects projects,
        @Nullable ToolUses tools) {

    /** A ledger alone. */
    public static Served of(Ledger ledger) {
        return new Served(ledger, null, null, null);
    }
}
