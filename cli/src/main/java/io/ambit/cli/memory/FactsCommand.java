package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory facts}. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Show facts: what holds now, what held at a time, what was known at a time.",
        footer = {"", "Example:", "  ambit memory facts --subject api --at 2026-01-05"})
final class FactsCommand implements Callable<Integer> {
    @Option(names = "--subject", paramLabel = "TEXT", description = "Only of this subject.")
    private @Nullable String subject;

    @Option(names = "--predicate", paramLabel = "TEXT", description = "Only of this predicate.")
    private @Nullable String predicate;

    @Option(names = "--at", paramLabel = "TIME", description = "Only what held at this time.")
    private @Nullable String at;

    @Option(names = "--known", paramLabel = "TIME", description = "As it was known at this time.")
    private @Nullable String known;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    FactsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FactQuery query =
                new FactQuery(subject, predicate, TimeText.instant("--at", at), TimeText.instant("--known", known));
        List<FactVersion> facts;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            facts = open.memory().store().facts(space.space(), query);
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("facts", facts.stream().map(FactVersion::tree).toList()));
        } else if (facts.isEmpty()) {
            terminal.say("no such fact in space " + space.space());
        } else {
            TextTable table = new TextTable("ID", "SUBJECT", "PREDICATE", "OBJECT", "FROM", "UNTIL");
            facts.forEach(version -> table.add(List.of(
                    version.id().value(),
                    version.fact().subject(),
                    version.fact().predicate(),
                    version.fact().object(),
                    text(version.fact().validAt()),
                    text(version.fact().invalidAt()))));
            table.print(terminal.out());
        }
        return ExitCode.DONE;
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : When.text(time);
    }
}
