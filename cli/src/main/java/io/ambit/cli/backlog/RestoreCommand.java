package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.item.Item;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Bring an item back from the trash: the last that was deleted of that id.",
        footer = {"", "Example:", "  ambit backlog restore TASK-7"})
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The item, in any spelling; 'ambit backlog trash' lists them.")
    private String id = "";

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenProject project = OpenProject.of(terminal, where)) {
            Item item = project.backlog().restore(id);
            if (json.wanted()) {
                JsonOption.print(terminal, ItemJson.whole(item));
            } else {
                terminal.say("restored: " + ShownText.item(item));
            }
        }
        return ExitCode.DONE;
    }
}
