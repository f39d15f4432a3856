package io.ambit.cli.learn;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ambit learn reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Go back to the patterns that ship, as they ship; what was done stays in the history.",
        footer = {"", "Example:", "  ambit learn reset --yes"})
final class ResetCommand extends PatternAction {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    ResetCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) throws IOException {
        if (!yes && !confirmed("Take out all learned patterns and all decisions?")) {
            terminal().say("nothing was changed");
            return ExitCode.FAILED;
        }
        int gone = patterns.reset(now);
        answer(Map.of("removed", gone), "back to the patterns that ship; " + gone + " taken out");
        return ExitCode.DONE;
    }
}
