package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.disclosure.Disclosure;
import io.ambit.core.memory.disclosure.DisclosureJson;
import io.ambit.core.memory.disclosure.IndexView;
import io.ambit.core.memory.disclosure.Timeline;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory timeline}. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "Show what somebody who comes back needs to know: what was done last, what was decided and why, "
                + "what the work stands at.",
        footer = {"", "Example:", "  ambit memory timeline --index"})
final class TimelineCommand implements Callable<Integer> {
    @Option(names = "--index", description = "The index of topics instead.")
    private boolean index;

    @Option(names = "--session", paramLabel = "NAME", description = "Count the cost for this session.")
    private String session = "";

    @Option(names = "--task", paramLabel = "NAME", description = "Count the cost for this task.")
    private String task = "";

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    TimelineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Disclosure disclosure = open.memory().disclosure();
            if (index) {
                IndexView view = disclosure.index(space.space(), session, task);
                print(DisclosureJson.index(view), view.text());
            } else {
                Timeline timeline = disclosure.timeline(space.space(), session, task);
                print(DisclosureJson.timeline(timeline), timeline.text());
            }
        }
        return ExitCode.DONE;
    }

    private void print(Map<String, Object> tree, String text) {
        if (json.wanted()) {
            JsonOption.print(terminal, tree);
        } else if (text.isBlank()) {
            terminal.say("nothing is remembered in space " + space.space());
        } else {
            terminal.out().print(text);
            terminal.out().flush();
        }
    }
}
