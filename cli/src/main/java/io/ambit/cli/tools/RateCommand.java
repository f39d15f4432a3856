package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.usage.UsageJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit tools rate}. */
@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = "Say how useful the context of a session, or of an item of the backlog, was: 1 to 5 stars. Said "
                + "again on the same day, it counts once.",
        footer = {"", "Example:", "  ambit tools rate TASK-0024 --stars 4"})
final class RateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "Of a session or an item.")
    private String id = "";

    @Option(names = "--stars", required = true, paramLabel = "N", description = "1, of no use, to 5.")
    private int stars;

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    RateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenTools open = OpenTools.of(terminal, source)) {
            Rating rating = open.use()
                    .usage()
                    .rate(id, stars, "user", open.project().memory().now());
            if (json.wanted()) {
                JsonOption.print(terminal, UsageJson.rating(rating));
            } else {
                terminal.say(rating.subject() + ": " + rating.stars() + " of " + Rating.MOST);
            }
        }
        return ExitCode.DONE;
    }
}
