package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog get}. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Show items in full. Ends with 1 where one is not there.",
        footer = {"", "Example:", "  ambit backlog get TASK-7 ADR-12 --json"})
final class GetCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, in any spelling: TASK-0007, task 7.")
    private List<String> ids = List.of();

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    GetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Item> found = new ArrayList<>();
        try (OpenProject project = OpenProject.of(terminal, where)) {
            Backlog backlog = project.backlog();
            for (String id : ids) {
                Optional<Item> item = backlog.find(id);
                item.ifPresentOrElse(
                        found::add,
                        () -> terminal.say("ambit: no item '" + ShownText.line(id) + "' in "
                                + project.backlogFolder().docs()));
                item.ifPresent(opened -> backlog.opened(opened.id()));
            }
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("items", found.stream().map(ItemJson::tree).toList()));
        } else {
            found.forEach(this::print);
        }
        return found.size() == ids.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(Item item) {
        PrintWriter out = terminal.out();
        out.println(ShownText.item(item));
        line("parent", item.parent().map(Object::toString).orElse(""));
        line("tags", String.join(", ", item.tags()));
        item.blockedReasons().forEach(reason -> line("blocked", reason));
        item.evidence().forEach(evidence -> line("evidence", evidence));
        item.references()
                .forEach(reference -> line(
                        "reference",
                        reference.url() + (reference.title().isEmpty() ? "" : "  " + reference.title())));
        line("updated", When.text(item.updatedAt()));
        line("file", item.path());
        out.println();
        out.println(ShownText.lines(item.body().strip()));
        out.flush();
    }

    private void line(String name, String text) {
        if (!text.isEmpty()) {
            terminal.out().printf("  %-9s %s%n", name, ShownText.line(text, 400));
        }
    }
}
