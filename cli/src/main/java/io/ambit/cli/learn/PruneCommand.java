package io.ambit.cli.learn;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ambit learn prune}. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description =
                "Take out learned patterns that failed as often as they worked, or rest on little and were not seen "
                        + "for 90 days.",
        footer = {"", "Example:", "  ambit learn prune"})
final class PruneCommand extends PatternAction {
    PruneCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(PatternBook patterns, Instant now) {
        patterns.learn(now);
        List<String> pruned = patterns.prune(now).stream().map(ToolPattern::id).toList();
        answer(Map.of("pruned", pruned), pruned.isEmpty() ? "nothing to prune" : "pruned " + String.join(", ", pruned));
        return ExitCode.DONE;
    }
}
