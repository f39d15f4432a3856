package io.ambit.mcp.session;

import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import java.util.function.Supplier;

/**
 * What calls may look at beside the project.
 *
 * @param ledger asked for at the first call that needs it
 */
public record Stored(Supplier<Ledger> ledger, ToolUses tools) {}
