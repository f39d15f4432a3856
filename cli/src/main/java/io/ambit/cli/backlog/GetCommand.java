package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.Hydrated;
import io.ambit.core.backlog.HydratedJson;
import io.ambit.core.backlog.Hydration;
import io.ambit.core.backlog.ItemJson;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.item.Item;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog get}. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Show items in full. Ends with 1 where one is not there.",
        footer = {
            "",
            "Examples:",
            "  ambit backlog get TASK-7 ADR-12 --json",
            "  ambit backlog get TASK-7 --hydrate --max-tokens 2000"
        })
final class GetCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, in any spelling: TASK-0007, task 7.")
    private List<String> ids = List.of();

    @Option(names = "--hydrate", description = "With what they belong to and refer to, and the context of their epic.")
    private boolean hydrate;

    @Option(names = "--depth", paramLabel = "N", description = "So many steps away, for --hydrate. [1]")
    private int depth = Hydration.DEFAULT_DEPTH;

    @Option(names = "--max-tokens", paramLabel = "N", description = "At most so many tokens, for --hydrate. [4000]")
    private int maxTokens = Hydration.DEFAULT_TOKENS;

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
        try (OpenProject project = OpenProject.of(terminal, where)) {
            return hydrate ? hydrated(project.backlog()) : plain(project);
        }
    }

    private int hydrated(Backlog backlog) {
        Hydrated hydrated = backlog.hydrate(ids, new Hydration(depth, maxTokens, new BpeTokenCounter()));
        hydrated.pieces().stream()
                .filter(piece -> piece.role() == Hydrated.Role.ITEM)
                .map(Hydrated.Piece::item)
                .filter(Objects::nonNull)
                .forEach(item -> backlog.opened(item.id()));
        if (json.wanted()) {
            JsonOption.print(terminal, HydratedJson.tree(hydrated));
        } else {
            hydrated.pieces().forEach(this::print);
            hydrated.leftOut()
                    .forEach(
                            left -> terminal.say("left out: " + ShownText.line(left.id() + ": " + left.reason(), 200)));
            hydrated.unknown().forEach(id -> terminal.say("ambit: no item '" + ShownText.line(id) + "'"));
            terminal.say(hydrated.tokens() + " of " + hydrated.maxTokens() + " tokens");
        }
        return hydrated.unknown().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(Hydrated.Piece piece) {
        String role = piece.role().label().replace('_', ' ');
        terminal.out()
                .println(ShownText.line(piece.id()) + "  " + ShownText.line(piece.title()) + "  (" + role
                        + (piece.of().isEmpty() ? "" : " of " + ShownText.line(piece.of())) + ")");
        terminal.out().println();
        terminal.out().println(ShownText.lines(piece.text().strip()));
        terminal.out().flush();
    }

    private int plain(OpenProject project) {
        List<Item> found = new ArrayList<>();
        Backlog backlog = project.backlog();
        for (String id : ids) {
            Optional<Item> item = backlog.find(id);
            item.ifPresentOrElse(
                    found::add,
                    () -> terminal.say("ambit: no item '" + ShownText.line(id) + "' in "
                            + project.backlogFolder().docs()));
            item.ifPresent(opened -> backlog.opened(opened.id()));
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("items", found.stream().map(ItemJson::whole).toList()));
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
                        "reference", reference.url() + (reference.title().isEmpty() ? "" : "  " + reference.title())));
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
