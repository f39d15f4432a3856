package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.insight.CapturedInsight;
import io.ambit.core.context.assembly.insight.CapturedInsight.Similar;
import io.ambit.core.context.assembly.insight.InsightDraft;
import io.ambit.core.record.RecordJson;
import io.ambit.core.text.JsonTree;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog insight}. */
@Command(
        name = "insight",
        mixinStandardHelpOptions = true,
        description =
                "Keep what was found out: a decision, something learned, a blocker. It is tied to the items whose "
                        + "ids it mentions, and what says nearly the same is named.",
        footer = {
            "",
            "Example:",
            "  ambit backlog insight \"Half cents are rounded up\" --type decision --context \"TASK-7, ADR-3\""
        })
final class InsightCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "What was found out.")
    private String text = "";

    @Option(names = "--context", paramLabel = "TEXT", description = "What it was found in; ids say what it belongs to.")
    private String context = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "decision, learning, blocker, gotcha, pattern, question or note. [note]")
    private String type = "note";

    @Option(names = "--author", paramLabel = "NAME", description = "Who says so. [user]")
    private String author = "user";

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    InsightCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        InsightDraft draft = new InsightDraft(text, context, type, author, "cli", null);
        try (OpenProject project = OpenProject.of(terminal, where)) {
            CapturedInsight captured = project.context().captureInsight(draft);
            if (json.wanted()) {
                JsonOption.print(terminal, tree(captured));
            } else {
                print(captured);
            }
        }
        return ExitCode.DONE;
    }

    private void print(CapturedInsight captured) {
        terminal.out()
                .println(captured.record().id() + "  "
                        + ShownText.line(captured.record().content().title()));
        terminal.out().flush();
        if (!captured.items().isEmpty()) {
            terminal.say("tied to " + ShownText.line(String.join(", ", captured.items()), 400));
        }
        if (!captured.redacted().isEmpty()) {
            terminal.say("left out: " + String.join(", ", captured.redacted()));
        }
        captured.similar()
                .forEach(near -> terminal.say((near.duplicate() ? "says the same: " : "similar: ") + near.id() + "  "
                        + ShownText.line(near.title())));
    }

    private static Map<String, Object> tree(CapturedInsight captured) {
        Map<String, Object> tree = RecordJson.tree(captured.record());
        tree.put("items", captured.items());
        tree.put("mentions", captured.records().stream().map(Object::toString).toList());
        tree.put(
                "similar", captured.similar().stream().map(InsightCommand::tree).toList());
        tree.put("redacted", captured.redacted());
        return tree;
    }

    private static Map<String, Object> tree(Similar similar) {
        Map<String, Object> tree = JsonTree.object("id", similar.id().value(), "title", similar.title());
        tree.put("similarity", similar.similarity());
        tree.put("duplicate", similar.duplicate());
        return tree;
    }
}
