package io.ambit.cli.hook;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code --strict}: without it, a hook that fails does not fail the agent. */
final class StrictOption {
    @Option(names = "--strict", description = "End with 1 where something fails; without it that is only said.")
    private boolean strict;

    /** Runs a hook's work. */
    int run(Terminal terminal, Callable<Integer> work) throws Exception {
        if (strict) {
            return work.call();
        }
        try {
            return work.call();
        } catch (AmbitException e) {
            terminal.say("ambit: " + e.getMessage());
        } catch (Exception e) {
            // Whatever it is: the agent's session matters more. With --strict it is kept whole in a file.
            terminal.say("ambit: unexpected failure: " + e);
        }
        return ExitCode.DONE;
    }
}
