package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Interruption;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CareJson;
import io.ambit.core.memory.care.CarePlan;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.memory.care.CareStep;
import io.ambit.core.session.Space;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory consolidate}. */
@Command(
        name = "consolidate",
        mixinStandardHelpOptions = true,
        description = "Draw patterns and skills from what worked and anti-patterns from what failed, merge what says "
                + "the same, put summaries beside old episodes and archive the oldest.",
        footer = {"", "Example:", "  ambit memory consolidate --dry-run"})
final class ConsolidateCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(names = "--max-steps", paramLabel = "N", description = "Do at most so much. [no limit]")
    private int maxSteps = Integer.MAX_VALUE;

    @Option(names = "--max-seconds", paramLabel = "N", description = "Stop after so long. [no limit]")
    private long maxSeconds;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ConsolidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space where = space.space();
        List<CareStep> steps;
        boolean whole;
        try (Interruption interruption = Interruption.watched();
                OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            // To find out what is alike, care compares: what is not in the index yet has to be.
            memory.index().catchUp(where, done -> {});
            Care care = memory.care();
            CareProgress progress = progress();
            CareBudget budget = budget(interruption);
            if (dryRun) {
                CarePlan plan = care.plan(where, budget, progress);
                steps = plan.steps();
                whole = plan.isWhole();
            } else {
                Care.Report report = care.run(where, budget, progress);
                steps = report.done();
                whole = report.isWhole();
                memory.wasWritten(where);
            }
        }
        print(steps, whole);
        return ExitCode.DONE;
    }

    /** Ctrl-C ends the time there is: what was done stays, and the next run does the rest. */
    private CareBudget budget(Interruption interruption) {
        Instant end = maxSeconds > 0 ? Clock.systemUTC().instant().plusSeconds(maxSeconds) : Instant.MAX;
        InstantSource clock =
                () -> interruption.came() ? Instant.MAX : Clock.systemUTC().instant();
        return new CareBudget(maxSteps, end, clock);
    }

    private CareProgress progress() {
        if (!terminal.interactive()) {
            return CareProgress.SILENT;
        }
        ProgressLine line = new ProgressLine(terminal);
        return (what, done, all) -> line.show(done + " " + what, all == 0 ? 1 : (double) done / all);
    }

    private void print(List<CareStep> steps, boolean whole) {
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of(
                            "dryRun", dryRun,
                            "steps", steps.stream().map(CareJson::tree).toList(),
                            "whole", whole));
            return;
        }
        steps.forEach(step -> terminal.out().println(RecordText.printable(CareJson.line(step))));
        terminal.out().flush();
        String what = dryRun ? " to do" : " done";
        terminal.say(steps.size()
                + (steps.size() == 1 ? " step" : " steps")
                + what
                + (whole ? "" : "; the budget was spent before all was looked at, run it again"));
    }
}
