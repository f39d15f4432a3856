package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit memory forget}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = "Forget records for good: text, links and index entries go, the id stays as a tombstone.",
        footer = {"", "Example:", "  ambit memory forget ins-007 --yes"})
final class ForgetCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids of records.")
    private List<String> ids = List.of();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Everything that came from this source, as 'memory show' names it.")
    private @Nullable String source;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    ForgetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if ((source == null) == ids.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Expected either ids or --source");
        }
        Space where = space.space();
        List<String> forgotten = new ArrayList<>();
        List<RecordId> chosen;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            chosen = chosen(memory, where);
            if (!yes && !confirmed(chosen.size(), where)) {
                terminal.say("nothing was forgotten");
                return ExitCode.FAILED;
            }
            for (RecordId id : chosen) {
                if (memory.forget(where, id)) {
                    forgotten.add(id.value());
                } else {
                    terminal.say("ambit: no record " + id + " in space " + where);
                }
            }
        }
        if (json.wanted()) {
            JsonOption.print(terminal, Map.of("forgotten", forgotten));
        } else {
            terminal.say("forgot " + forgotten.size() + (forgotten.size() == 1 ? " record" : " records"));
        }
        return forgotten.size() == chosen.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<RecordId> chosen(Memory memory, Space where) {
        if (source == null) {
            return ids.stream().map(RecordId::new).toList();
        }
        List<RecordId> all = memory
                .store()
                .list(where, RecordSelection.LIVE.withArchived().ofSource(source))
                .stream()
                .map(MemoryRecord::id)
                .toList();
        if (all.isEmpty()) {
            throw new AmbitException("no record of space " + where + " came from '" + source + "'");
        }
        return all;
    }

    private boolean confirmed(int count, Space where) throws IOException {
        if (!terminal.interactive()) {
            throw new AmbitException("forgetting cannot be undone: expected --yes where nobody can be asked");
        }
        terminal.err().print("Forget " + count + " of space " + where + " for good? [y/N] ");
        terminal.err().flush();
        String answer = terminal.in().readLine();
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }
}
