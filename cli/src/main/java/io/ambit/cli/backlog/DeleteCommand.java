package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Move items to the trash, from which 'ambit backlog restore' brings them back.",
        footer = {"", "Example:", "  ambit backlog delete TASK-7"})
final class DeleteCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, in any spelling.")
    private List<String> ids = List.of();

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    DeleteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Item> deleted = new ArrayList<>();
        try (OpenProject project = OpenProject.of(terminal, where)) {
            ids.forEach(id -> project.backlog().get(id));
            ids.forEach(id -> deleted.add(project.backlog().delete(id)));
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("deleted", deleted.stream().map(ItemJson::line).toList()));
        } else {
            deleted.forEach(item -> terminal.say("in the trash: " + ShownText.item(item)));
        }
        return ExitCode.DONE;
    }
}
