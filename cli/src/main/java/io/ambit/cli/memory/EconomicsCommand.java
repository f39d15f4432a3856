package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.disclosure.CarriedOut;
import io.ambit.core.memory.disclosure.DisclosureJson;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.memory.disclosure.Figures;
import io.ambit.core.session.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory economics}. */
@Command(
        name = "economics",
        mixinStandardHelpOptions = true,
        description = "Show what showing memory cost and saved, in tokens; at the end of a task or a session check it "
                + "and do something about it.",
        footer = {"", "Example:", "  ambit memory economics --session s-1 --end-session"})
final class EconomicsCommand implements Callable<Integer> {
    @Option(names = "--session", paramLabel = "NAME", description = "Of this session.")
    private @Nullable String session;

    @Option(names = "--task", paramLabel = "NAME", description = "Of this task.")
    private @Nullable String task;

    @Option(names = "--end-task", description = "The task has ended.")
    private boolean endTask;

    @Option(names = "--end-session", description = "The session has ended.")
    private boolean endSession;

    @Option(
            names = "--bypass",
            paramLabel = "yes|no",
            description = "Show all of memory at each question, as proposed " + "where memory is small; or no more.")
    private @Nullable String bypass;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    EconomicsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space where = space.space();
        String of = session == null ? "" : session;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Economics economics = open.memory().economics();
            if (bypass != null && !economics.bypass(where, bypass.equals("yes"))) {
                throw new AmbitException("nothing was proposed for space " + where);
            }
            Figures figures = task != null
                    ? economics.task(where, of, task)
                    : session != null ? economics.session(where, of) : economics.whole(where);
            List<CarriedOut> done = List.of();
            if (endTask) {
                done = economics.taskEnd(where, of, task == null ? "" : task);
            } else if (endSession) {
                done = economics.sessionEnd(where, of);
            }
            print(figures, done, economics.proposal(where) != null);
        }
        return ExitCode.DONE;
    }

    private void print(Figures figures, List<CarriedOut> done, boolean proposed) {
        Map<String, Object> tree = new LinkedHashMap<>(DisclosureJson.figures(figures));
        if (json.wanted()) {
            tree.put("carriedOut", DisclosureJson.carriedOut(done));
            tree.put("bypassProposed", proposed);
            JsonOption.print(terminal, tree);
            return;
        }
        tree.forEach((name, value) -> terminal.out()
                .printf(
                        Locale.ROOT,
                        "%-26s %s%n",
                        name,
                        value instanceof Double d ? String.format(Locale.ROOT, "%.2f", d) : value));
        done.forEach(one -> terminal.out().println("done: " + one.threshold().label() + ": " + one.changes()));
        if (proposed) {
            terminal.out().println("proposed: show all of this small memory at each question (--bypass yes)");
        }
        terminal.out().flush();
    }
}
