package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Find items by id, title, words and meaning; misspelt words are understood.",
        footer = {"", "Example:", "  ambit backlog search \"how are vouchers rounded\" --type task,adr"})
final class SearchCommand implements Callable<Integer> {
    private static final int PASSAGE = 200;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "In your own words.")
    private List<String> words = List.of();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. [10]")
    private int limit = FindRequest.DEFAULT_LIMIT;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FindRequest request = new FindRequest(
                String.join(" ", words), filter.types(), filter.statuses(), filter.parent(), filter.tags(), limit);
        try (OpenProject project = OpenProject.of(terminal, where)) {
            List<FoundItem> found = project.backlog().search(request);
            if (json.wanted()) {
                JsonOption.print(
                        terminal,
                        Map.of("items", found.stream().map(SearchCommand::tree).toList()));
            } else if (found.isEmpty()) {
                terminal.say("nothing on this in " + project.backlogFolder().docs());
            } else {
                found.forEach(this::print);
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> tree(FoundItem found) {
        Map<String, Object> tree = ItemJson.line(found.item());
        tree.put("score", found.score());
        tree.put("parts", new TreeMap<>(found.parts()));
        tree.put("passage", found.passage());
        return tree;
    }

    private void print(FoundItem found) {
        String why = new TreeMap<>(found.parts())
                .entrySet().stream()
                        .filter(part -> Math.abs(part.getValue()) >= 0.005)
                        .map(part -> part.getKey() + " " + String.format(Locale.ROOT, "%.2f", part.getValue()))
                        .collect(Collectors.joining(", "));
        terminal.out().println(ShownText.item(found.item()));
        if (!found.passage().isBlank()) {
            terminal.out().println("    " + ShownText.line(found.passage().strip(), PASSAGE));
        }
        terminal.out().println("    " + String.format(Locale.ROOT, "%.2f", found.score()) + ": " + why);
        terminal.out().flush();
    }
}
