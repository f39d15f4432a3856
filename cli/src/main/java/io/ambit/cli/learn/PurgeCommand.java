package io.ambit.cli.learn;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ambit learn purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description =
                "Forget all that was learned of failed calls in this space, and the history of it. Recorded calls "
                        + "stay: they can be learned from again.",
        footer = {"", "Example:", "  ambit learn purge --yes"})
final class PurgeCommand extends PatternAction {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    PurgeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) throws IOException {
        if (!yes && !confirmed("Forget all patterns, decisions and their history?")) {
            terminal().say("nothing was changed");
            return ExitCode.FAILED;
        }
        patterns.purge();
        answer(Map.of("purged", true), "all that was learned of failed calls is forgotten");
        return ExitCode.DONE;
    }
}
