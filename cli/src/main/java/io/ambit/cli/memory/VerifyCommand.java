package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read every record of every space and name what is damaged. Ends with 1 where something is.",
        footer = {"", "Example:", "  ambit memory verify --repair"})
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--repair", description = "Build the search index of every space anew.")
    private boolean repair;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, Object> tree = new LinkedHashMap<>();
        MemoryReport report;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            report = memory.store().verify();
            tree.put("records", report.records());
            tree.put("links", report.links());
            tree.put("tombstones", report.tombstones());
            tree.put("faults", report.faults());
            if (repair) {
                long indexed = 0;
                ProgressLine line = new ProgressLine(terminal);
                for (Space space : memory.store().spaces()) {
                    indexed += memory.index().rebuild(space, done -> {
                        if (terminal.interactive()) {
                            line.show(done + " records of " + space, -1);
                        }
                    });
                }
                if (terminal.interactive()) {
                    line.show("", 1);
                }
                tree.put("indexed", indexed);
            }
        }
        if (json.wanted()) {
            JsonOption.print(terminal, tree);
        } else {
            report.faults().forEach(terminal::say);
            tree.remove("faults");
            tree.forEach((name, count) -> terminal.out().println(name + " " + count));
            terminal.out()
                    .println(report.isClean() ? "all verified" : report.faults().size() + " faults");
            terminal.out().flush();
        }
        return report.isClean() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
