package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.backlog.ItemList;
import io.ambit.core.backlog.ListJson;
import io.ambit.core.backlog.ListRequest;
import io.ambit.core.backlog.ListRequest.Sort;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit backlog list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List items, the last changed first, and count them by status.",
        footer = {"", "Example:", "  ambit backlog list --type task --status open,blocked --parent EPIC-0002"})
final class ListCommand implements Callable<Integer> {
    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(names = "--text", paramLabel = "WORDS", description = "Only items whose title holds all of these words.")
    private String text = "";

    @Option(names = "--sort", paramLabel = "BY", description = "updated, created, id, title or status. [updated]")
    private Sort sort = Sort.UPDATED;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out so many at the start. [0]")
    private int offset;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. [50]")
    private int limit = ListRequest.DEFAULT_LIMIT;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ListRequest request = new ListRequest(
                filter.types(), filter.statuses(), filter.parent(), filter.tags(), text, sort, offset, limit);
        try (OpenProject project = OpenProject.of(terminal, where)) {
            ItemList found = project.backlog().list(request);
            if (json.wanted()) {
                JsonOption.print(terminal, ListJson.tree(found));
            } else if (found.total() == 0) {
                terminal.say("no such items in " + project.backlogFolder().docs());
            } else {
                print(found);
            }
        }
        return ExitCode.DONE;
    }

    private void print(ItemList found) {
        TextTable table = new TextTable("ID", "STATUS", "TYPE", "PARENT", "UPDATED", "TITLE");
        found.items()
                .forEach(item -> table.add(List.of(
                        item.id().value(),
                        item.status(),
                        item.type().name(),
                        item.parent().map(Object::toString).orElse(""),
                        When.text(item.updatedAt()),
                        item.title())));
        table.print(terminal.out());
        terminal.say(found.byStatus().entrySet().stream()
                .map(count -> count.getValue() + " " + (count.getKey().isEmpty() ? "without status" : count.getKey()))
                .map(ShownText::line)
                .collect(Collectors.joining(", ")));
        int more = found.total() - offset - found.items().size();
        if (more > 0) {
            terminal.say(more + " more; --limit and --offset show them");
        }
    }
}
