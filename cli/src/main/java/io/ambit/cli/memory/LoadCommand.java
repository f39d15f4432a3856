package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.Disclosed;
import io.ambit.core.memory.disclosure.DisclosureJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Show as little of memory as a question needs: the index, the timeline of topics that are about "
                + "it, and where that does not do at most two topics in full.",
        footer = {"", "Example:", "  ambit memory load \"where does the login stand\" --task TASK-0024"})
final class LoadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "In your own words.")
    private List<String> words = List.of();

    @Option(names = "--session", paramLabel = "NAME", description = "Count the cost for this session.")
    private String session = "";

    @Option(names = "--task", paramLabel = "NAME", description = "Count the cost for this task.")
    private String task = "";

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of full records. [2000]")
    private int maxTokens = Ask.DEFAULT_MAX_TOKENS;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Ask ask = new Ask(space.space(), session, task, String.join(" ", words), maxTokens);
            Disclosed disclosed = open.memory().disclosure().load(ask);
            if (json.wanted()) {
                JsonOption.print(terminal, DisclosureJson.disclosed(disclosed));
            } else {
                terminal.out().print(disclosed.text());
                terminal.out().flush();
                disclosed.carriedOut().forEach(done -> terminal.say("to save tokens: " + done.changes()));
            }
        }
        return ExitCode.DONE;
    }
}
