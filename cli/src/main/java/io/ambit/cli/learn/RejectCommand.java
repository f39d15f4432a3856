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

/** {@code ambit learn reject}. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Take a pattern out of all advice, one that ships included; it is not proposed again.",
        footer = {"", "Example:", "  ambit learn reject seed-status"})
final class RejectCommand extends PatternAction {
    @Parameters(paramLabel = "ID", description = "Id of a pattern, as 'learn status' shows it.")
    private String id = "";

    RejectCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) {
        ToolPattern decided = patterns.decide(id, PatternState.REJECTED, now);
        answer(ToolPatternJson.tree(decided), decided.id() + " is rejected: " + decided.note());
        return ExitCode.DONE;
    }
}
