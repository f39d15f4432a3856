package io.ambit.cli.learn;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPatternJson;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ambit learn status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Learn from the calls recorded since, and list all patterns: those that ship, those that are proposed, "
                        + "those that were decided on.",
        footer = {"", "Example:", "  ambit learn status --state proposed"})
final class StatusCommand extends PatternAction {
    @Option(names = "--state", paramLabel = "STATE", description = "Only those: proposed, approved, rejected.")
    private @Nullable PatternState state;

    StatusCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) {
        patterns.learn(now);
        List<ToolPattern> all = patterns.all().stream()
                .filter(pattern -> state == null || pattern.state() == state)
                .toList();
        if (wantsJson()) {
            answer(Map.of("patterns", all.stream().map(ToolPatternJson::tree).toList()), "");
            return ExitCode.DONE;
        }
        TextTable table =
                new TextTable("ID", "STATE", "TOOL", "CLASS", "WORKED", "FAILED", "CONFIDENCE", "WHAT IT SAYS");
        for (ToolPattern pattern : all) {
            table.add(List.of(
                    pattern.id(),
                    pattern.state().label(),
                    pattern.tool().isEmpty() ? "any" : pattern.tool(),
                    pattern.isLearned() ? pattern.failure().label() : pattern.origin(),
                    Integer.toString(pattern.evidence().worked()),
                    Integer.toString(pattern.evidence().failed()),
                    pattern.isLearned() ? String.format(Locale.ROOT, "%.2f", pattern.confidence()) : "ships",
                    pattern.note()));
        }
        table.print(terminal().out());
        terminal().out().flush();
        return ExitCode.DONE;
    }
}
