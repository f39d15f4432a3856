package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Bring archived records back into search; with --archive put them away.",
        footer = {"", "Example:", "  ambit memory restore ep-2026-01-05-012"})
final class RestoreCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of records.")
    private List<String> ids = List.of();

    @Option(names = "--archive", description = "The opposite: archive them.")
    private boolean archive;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space where = space.space();
        int missing = 0;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            for (String name : ids) {
                RecordId id = new RecordId(name);
                boolean changed = memory.archive(where, id, archive);
                if (!changed && memory.store().find(where, id).isEmpty()) {
                    missing++;
                    terminal.say("ambit: no record " + id + " in space " + where
                            + (memory.store().isForgotten(where, id) ? "; it was forgotten, which is for good" : ""));
                } else {
                    terminal.say(id + (archive ? " is archived" : " is in search") + (changed ? "" : " already"));
                }
            }
        }
        return missing == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
