package io.ambit.cli.hook;

import io.ambit.bench.imports.ImportFormat;
import io.ambit.bench.imports.ImportReport;
import io.ambit.bench.imports.MemoryImport;
import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.Memory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit hook session-end}. */
@Command(
        name = "session-end",
        mixinStandardHelpOptions = true,
        description = "Remember a session that ended, as 'ambit memory import --format sessions' does, in the space of "
                + "the folder that it worked in.",
        footer = {"", "Example:", "  ambit hook session-end --transcript session.jsonl </dev/null"})
final class SessionEndCommand implements Callable<Integer> {
    @Option(
            names = "--transcript",
            paramLabel = "FILE",
            description = "The session's file; without it the one that is told on stdin.")
    private @Nullable Path given;

    @Mixin
    private StrictOption strict = new StrictOption();

    private final Terminal terminal;

    SessionEndCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return strict.run(terminal, this::record);
    }

    private int record() {
        HookInput input = HookInput.of(terminal);
        Path told = given == null ? input.transcript() : given;
        if (told == null) {
            throw new InvalidInputException(
                    "no session is named, expected transcript_path (an absolute path) on stdin or --transcript");
        }
        terminal.home().create();
        Path file = Transcript.checked(told, terminal.home().folder());
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            // The index takes it over with the next search: the agent waits for the end of this.
            ImportReport report = new MemoryImport(memory.store(), memory.journal()::wasRecalled, Clock.systemUTC())
                    .run(file, ImportFormat.SESSIONS, FolderSpace.of(input.folderOrCurrent()), progress -> {});
            report.problems().forEach(problem -> terminal.say(problem.file() + ": " + problem.message()));
            terminal.say("remembered " + report.added() + " of " + report.records() + " records of the session");
        }
        return ExitCode.DONE;
    }
}
