package io.ambit.cli.memory;

import io.ambit.bench.imports.MemoryExport;
import io.ambit.cli.terminal.AtomicFile;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write every record of a space and its links, one JSON object a line; 'memory import' reads it.",
        footer = {"", "Example:", "  ambit memory export --out memory.jsonl"})
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file, whole or not at all, instead of stdout.")
    private @Nullable Path file;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Space where = space.space();
        try (OpenMemory open = OpenMemory.of(terminal)) {
            MemoryStore store = open.memory().store();
            Path target = file;
            if (target == null) {
                MemoryExport.write(store, where, terminal.out());
                terminal.out().flush();
            } else {
                long[] written = new long[1];
                AtomicFile.write(target, out -> written[0] = MemoryExport.write(store, where, out));
                terminal.say("wrote " + written[0] + " records to " + target);
            }
        }
        return ExitCode.DONE;
    }
}
