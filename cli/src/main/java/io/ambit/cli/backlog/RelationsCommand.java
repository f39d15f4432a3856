package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.graph.ItemGraph.Reached;
import io.ambit.core.graph.ItemGraphJson;
import io.ambit.core.graph.Relation;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.record.LinkType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog relations}. */
@Command(
        name = "relations",
        mixinStandardHelpOptions = true,
        description = "Show how an item stands to others: what it waits for and what waits for it, directly or through "
                + "others, what belongs to it, what it refers to.",
        footer = {"", "Example:", "  ambit backlog relations TASK-7 --hops 2"})
final class RelationsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The item, in any spelling.")
    private String id = "";

    @Option(names = "--hops", paramLabel = "N", description = "Over so many relations at most. [1]")
    private int hops = 1;

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "Only relations of these types: belongs_to, blocks, relates_to, references, supersedes.")
    private List<String> types = List.of();

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    RelationsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Set<LinkType> chosen =
                types.stream().map(LinkType::ofLabel).collect(Collectors.toCollection(LinkedHashSet::new));
        try (OpenProject project = OpenProject.of(terminal, where)) {
            Backlog backlog = project.backlog();
            Item item = backlog.get(id);
            ItemGraph graph = backlog.graph();
            Map<String, List<Reached>> answers = new LinkedHashMap<>();
            answers.put("waitsFor", graph.waitsFor(item.id()));
            answers.put("blocks", graph.blockedBy(item.id()));
            answers.put("members", graph.members(item.id()));
            answers.put("around", graph.neighbours(item.id(), hops, chosen));
            if (json.wanted()) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("id", item.id().value());
                answers.forEach((name, reached) -> tree.put(name, ItemGraphJson.reached(reached)));
                JsonOption.print(terminal, tree);
            } else {
                print(backlog, item, answers);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Backlog backlog, Item item, Map<String, List<Reached>> answers) {
        terminal.out().println(ShownText.item(item));
        Map<String, String> titles = Map.of(
                "waitsFor", "Waits for:",
                "blocks", "Is waited for by:",
                "members", "Belongs to it:",
                "around", "Around it:");
        answers.forEach((name, reached) -> {
            if (!reached.isEmpty()) {
                terminal.out().println(titles.get(name));
                reached.forEach(each ->
                        terminal.out().println("  " + named(backlog, each.id()) + "  " + way(item.id(), each.path())));
            }
        });
        terminal.out().flush();
    }

    private static String named(Backlog backlog, ItemId other) {
        return backlog.find(other.value()).map(ShownText::item).orElseGet(() -> ShownText.line(other.value()));
    }

    /** The relations on the way, each as it is read from where one stands. */
    private static String way(ItemId from, List<Relation> path) {
        StringBuilder way = new StringBuilder();
        ItemId at = from;
        for (Relation relation : path) {
            boolean forwards = relation.from().equals(at);
            at = relation.other(at);
            way.append(way.isEmpty() ? "" : " ")
                    .append(forwards ? "-" : "<-")
                    .append(relation.type().label())
                    .append(forwards ? "-> " : "- ")
                    .append(ShownText.line(at.value()));
        }
        return way.toString();
    }
}
