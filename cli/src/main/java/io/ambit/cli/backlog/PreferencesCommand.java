package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.context.assembly.preference.Preferences.Preference;
import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit backlog preferences}. */
@Command(
        name = "preferences",
        mixinStandardHelpOptions = true,
        description =
                "Show what was learned of which pieces of a context are opened, for each type of task, and by how "
                        + "much that changes their worth.",
        footer = {"", "Example:", "  ambit backlog preferences --reset"})
final class PreferencesCommand implements Callable<Integer> {
    @Option(names = "--reset", description = "Forget it.")
    private boolean reset;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    PreferencesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Preference> all;
        try (OpenProject project = OpenProject.of(terminal, where)) {
            if (reset) {
                project.context().resetPreferences();
            }
            all = project.context().preferences().all();
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of(
                            "preferences",
                            all.stream().map(PreferencesCommand::tree).toList()));
        } else if (all.isEmpty()) {
            terminal.say(reset ? "forgotten" : "nothing was learned yet");
        } else {
            TextTable table = new TextTable("TASK", "PIECE", "OFFERED", "OPENED", "FACTOR");
            all.forEach(each -> table.add(List.of(
                    each.task(),
                    each.role(),
                    String.valueOf(each.offered()),
                    String.valueOf(each.opened()),
                    String.format(Locale.ROOT, "%.2f", each.factor()))));
            table.print(terminal.out());
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> tree(Preference preference) {
        Map<String, Object> tree = JsonTree.object("task", preference.task(), "role", preference.role());
        tree.put("offered", preference.offered());
        tree.put("opened", preference.opened());
        tree.put("factor", preference.factor());
        return tree;
    }
}
