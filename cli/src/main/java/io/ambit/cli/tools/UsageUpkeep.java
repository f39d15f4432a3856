package io.ambit.cli.tools;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the calls of sessions before they may be too old to be kept, so that months can be compared. */
public final class UsageUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(UsageUpkeep.class);

    private final Ledger ledger;
    private final Projects projects;
    private final ToolUses tools;

    public UsageUpkeep(Ledger ledger, Projects projects, ToolUses tools) {
        this.ledger = ledger;
        this.projects = projects;
        this.tools = tools;
    }

    /**
     * Counts what is new in all spaces.
     *
     * @param stopped asked between sessions; where it says so, the rest waits for the next time
     */
    public void count(BooleanSupplier stopped) {
        for (Space space : ledger.spaces()) {
            try {
                tools.of(projects.inSpace(space)).usage().count((done, total) -> {
                    if (stopped.getAsBoolean()) {
                        throw new CancellationException();
                    }
                });
            } catch (CancellationException e) {
                return;
            } catch (AmbitException e) {
                LOG.warn("calls of space {} could not be counted", space, e);
            }
        }
    }
}
