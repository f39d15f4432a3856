package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Say how the work went for which memory was searched.",
        footer = {"", "Example:", "  ambit memory report q-000012 success"})
final class ReportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "QUERY", description = "Id that 'memory search' gave.")
    private String query = "";

    @Parameters(index = "1", paramLabel = "OUTCOME", description = "success, failure or partial.")
    private String outcome = "";

    @Option(names = "--open", description = "The task is not completed yet.")
    private boolean open;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    private final Terminal terminal;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Outcome reported = Outcome.ofLabel(outcome);
        try (OpenMemory memory = OpenMemory.of(terminal)) {
            if (!memory.memory().journal().report(space.space(), query, reported, !open)) {
                throw new AmbitException("no query '" + query + "' in space " + space.space());
            }
        }
        return ExitCode.DONE;
    }
}
