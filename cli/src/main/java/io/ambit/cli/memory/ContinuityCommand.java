package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.working.Continuity;
import io.ambit.core.memory.working.Continuity.SessionEnd;
import io.ambit.core.memory.working.ContinuityText;
import io.ambit.core.memory.working.Note;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.store.working.WorkingMemory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory continuity}. */
@Command(
        name = "continuity",
        mixinStandardHelpOptions = true,
        description = "Show CONTINUITY.md, where a project stands; at the end of a session bring it up to date from "
                + "what the session left in memory.",
        footer = {"", "Example:", "  ambit memory continuity --end s-1 --next \"Write the changelog\""})
final class ContinuityCommand implements Callable<Integer> {
    @Option(names = "--end", paramLabel = "SESSION", description = "This session has ended.")
    private @Nullable String ended;

    @Option(names = "--outcome", paramLabel = "TEXT", description = "What came of it.")
    private List<String> outcomes = List.of();

    @Option(names = "--decision", paramLabel = "TEXT", description = "What was decided.")
    private List<String> decisions = List.of();

    @Option(names = "--blocker", paramLabel = "TEXT", description = "What stands in the way.")
    private List<String> blockers = List.of();

    @Option(names = "--next", paramLabel = "TEXT", description = "What comes next.")
    private List<String> next = List.of();

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    private final Terminal terminal;

    ContinuityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space where = space.space();
        WorkingMemory working = new WorkingMemory(terminal.home().folder());
        Continuity now;
        if (ended == null) {
            now = working.continuity(where);
        } else {
            try (OpenMemory open = OpenMemory.of(terminal)) {
                SessionEnd known =
                        SessionEnd.of(ended, open.memory().store().list(where, RecordSelection.LIVE.ofSession(ended)));
                now = working.end(
                        where,
                        new SessionEnd(
                                ended,
                                both(known.outcomes(), outcomes),
                                both(known.decisions(), decisions),
                                both(known.blockers(), blockers),
                                both(known.nextSteps(), next)),
                        Clock.systemUTC().instant());
            }
        }
        if (now.isEmpty()) {
            terminal.say("nothing is written down for space " + where + " yet");
        } else {
            terminal.out().print(ContinuityText.write(where, now));
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static List<Note> both(List<Note> known, List<String> said) {
        List<Note> all = new ArrayList<>(known);
        said.forEach(line -> all.add(Note.read(line)));
        return all;
    }
}
