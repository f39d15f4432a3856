package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit backlog update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = "Change what is named in an item, and leave every other byte of its file.",
        footer = {
            "",
            "Examples:",
            "  ambit backlog update TASK-7 --status done --evidence \"mvn verify passes\"",
            "  ambit backlog update TASK-7 --status blocked --blocked-reason \"waits for TASK-3\"",
            "  ambit backlog update TASK-7 --replace \"- [ ] tests\" --with \"- [x] tests\" --add-tag money"
        })
final class UpdateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The item, in any spelling: TASK-0007, task 7.")
    private String id = "";

    @Mixin
    private FrontEdit front = new FrontEdit();

    @Mixin
    private BodyOption body = new BodyOption();

    @Option(names = "--append", paramLabel = "TEXT", description = "Add this at the end of the text.")
    private @Nullable String append;

    @Option(names = "--replace", paramLabel = "OLD", description = "A part of the text that stands there once ...")
    private @Nullable String replace;

    @Option(names = "--with", paramLabel = "NEW", description = "... and what stands in its place.")
    private @Nullable String with;

    @Option(names = "--edit", description = "Edit the text with $VISUAL or $EDITOR.")
    private boolean edit;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    UpdateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ((replace == null) != (with == null)) {
            throw new ParameterException(spec.commandLine(), "--replace and --with go together");
        }
        String whole = body.text(terminal).orElse(null);
        int ways = (whole == null ? 0 : 1) + (append == null ? 0 : 1) + (replace == null ? 0 : 1) + (edit ? 1 : 0);
        if (ways > 1) {
            throw new ParameterException(
                    spec.commandLine(), "Expected one of --body, --body-file, --append, --replace and --edit");
        }
        if (ways == 0 && front.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Nothing to change: expected --status, --append or another");
        }
        try (OpenProject project = OpenProject.of(terminal, where)) {
            Backlog backlog = project.backlog();
            BodyEdit text = edit ? edited(backlog.get(id)) : bodyEdit(whole);
            WrittenItem.print(
                    terminal, json, backlog.update(id, item -> new ItemEdit(text, front.changes(item, backlog))));
        }
        return ExitCode.DONE;
    }

    private @Nullable BodyEdit bodyEdit(@Nullable String whole) {
        if (whole != null) {
            return new BodyEdit.Replace(whole);
        }
        if (append != null) {
            return new BodyEdit.Append(append.endsWith("\n") ? append : append + "\n");
        }
        return replace == null || with == null ? null : new BodyEdit.Swap(replace, with);
    }

    /** What the person wrote, where nobody else changed the text meanwhile. */
    private @Nullable BodyEdit edited(Item item) {
        String text = new Editor(terminal).edit(item.body());
        if (text.equals(item.body())) {
            return null;
        }
        return item.body().isEmpty() ? new BodyEdit.Replace(text) : new BodyEdit.Swap(item.body(), text);
    }
}
