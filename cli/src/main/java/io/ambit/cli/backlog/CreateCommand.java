package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.Written;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Create an item; its id is the next free one of its type.",
        footer = {
            "",
            "Examples:",
            "  ambit backlog create \"Vouchers\" --type epic",
            "  ambit backlog create \"Round half up\" --parent EPIC-1 --tag money --body \"Cents, not floats.\"",
            "  ambit backlog create \"Notes on rounding\" --type artifact --body-file notes.md"
        })
final class CreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TITLE", description = "What it is about, on one line.")
    private String title = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "task, epic, folder, artifact, milestone, reference, adr, memory, or a word of your own. [task]")
    private String type = "task";

    @Option(names = "--status", paramLabel = "STATUS", description = "Where the work stands. [open]")
    private @Nullable String status;

    @Option(names = "--blocked-reason", paramLabel = "TEXT", description = "Why, where the status is blocked.")
    private List<String> reasons = List.of();

    @Option(names = "--parent", paramLabel = "ID", description = "The epic, folder or milestone that it belongs to.")
    private @Nullable String parent;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "Tags.")
    private List<String> tags = List.of();

    @Option(
            names = "--reference",
            paramLabel = "\"URL TITLE\"",
            description = "A file, an item or an address, with a title if you like; again for more.")
    private List<String> references = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other key of the front matter; again for more.")
    private List<String> fields = List.of();

    @Mixin
    private BodyOption body = new BodyOption();

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    CreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = body.text(terminal).orElse("");
        try (OpenProject project = OpenProject.of(terminal, where)) {
            Backlog backlog = project.backlog();
            Written written = backlog.create(new NewItem(new ItemType(type), title, text, front(backlog)));
            WrittenItem.print(terminal, json, written);
        }
        return ExitCode.DONE;
    }

    private List<Value.Field> front(Backlog backlog) {
        Map<String, Value> front = new LinkedHashMap<>();
        if (status != null) {
            front.put(FrontMatter.STATUS, GivenFields.text(status));
        }
        if (!reasons.isEmpty()) {
            front.put(FrontMatter.BLOCKED_REASON, GivenFields.texts(reasons));
        }
        if (parent != null) {
            front.put(
                    FrontMatter.PARENT,
                    GivenFields.text(backlog.get(parent).id().value()));
        }
        if (!tags.isEmpty()) {
            front.put(FrontMatter.TAGS, GivenFields.texts(tags));
        }
        if (!references.isEmpty()) {
            front.put(
                    FrontMatter.REFERENCES,
                    new Value.Arr(
                            references.stream().map(GivenFields::reference).toList(), false));
        }
        front.putAll(GivenFields.of(fields));
        List<Value.Field> list = new ArrayList<>();
        front.forEach((key, value) -> {
            if (!value.equals(Value.Null.VALUE)) {
                list.add(new Value.Field(key, value));
            }
        });
        return list;
    }
}
