package io.ambit.cli.learn;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPatternJson;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ambit learn approve}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Let a pattern take part in advice on calls from now on.",
        footer = {"", "Example:", "  ambit learn approve tp-0a1b2c3d4e"})
final class ApproveCommand extends PatternAction {
    @Parameters(paramLabel = "ID", description = "Id of a pattern, as 'learn status' shows it.")
    private String id = "";

    ApproveCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) {
        ToolPattern decided = patterns.decide(id, PatternState.APPROVED, now);
        answer(ToolPatternJson.tree(decided), decided.id() + " is approved: " + decided.note());
        return ExitCode.DONE;
    }
}
