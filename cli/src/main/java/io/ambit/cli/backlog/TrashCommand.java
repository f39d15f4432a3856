package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.spi.BacklogStore.Deleted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit backlog trash}. */
@Command(
        name = "trash",
        mixinStandardHelpOptions = true,
        description = "List what was deleted and can be restored, the last first.",
        footer = {"", "Example:", "  ambit backlog trash"})
final class TrashCommand implements Callable<Integer> {
    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    TrashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Deleted> deleted;
        try (OpenProject project = OpenProject.of(terminal, where)) {
            deleted = project.backlog().store().deleted();
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("deleted", deleted.stream().map(TrashCommand::tree).toList()));
        } else if (deleted.isEmpty()) {
            terminal.say("the trash is empty");
        } else {
            TextTable table = new TextTable("ID", "TYPE", "DELETED", "TITLE");
            deleted.forEach(each -> table.add(List.of(
                    each.item().id().value(),
                    each.item().type().name(),
                    When.text(each.at()),
                    each.item().title())));
            table.print(terminal.out());
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> tree(Deleted deleted) {
        Map<String, Object> tree = ItemJson.line(deleted.item());
        tree.put("deletedAt", deleted.at().toString());
        return tree;
    }
}
