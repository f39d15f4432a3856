package io.ambit.cli.backlog;

import io.ambit.cli.project.OpenProject;
import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.AssembleRequest;
import io.ambit.core.context.assembly.AssembledContext;
import io.ambit.core.context.assembly.AssembledJson;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit backlog assemble}. */
@Command(
        name = "assemble",
        mixinStandardHelpOptions = true,
        description = "Put together what a task, an epic or a question needs, within a budget of tokens, as a model is "
                + "shown it; what was left out is named at the end.",
        footer = {
            "",
            "Examples:",
            "  ambit backlog assemble --task TASK-7 --max-tokens 2000",
            "  ambit backlog assemble how are vouchers rounded"
        })
final class AssembleCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "What the work is about, in your own words.")
    private List<String> words = List.of();

    @Option(names = "--task", paramLabel = "ID", description = "The item that is worked on.")
    private @Nullable String task;

    @Option(names = "--epic", paramLabel = "ID", description = "The epic that is worked on.")
    private @Nullable String epic;

    @Option(names = "--max-tokens", paramLabel = "N", description = "At most so many tokens. [4000]")
    private int maxTokens = AssembleRequest.DEFAULT_TOKENS;

    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    AssembleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AssembleRequest request =
                new AssembleRequest(task, epic, words.isEmpty() ? null : String.join(" ", words), maxTokens);
        try (OpenProject project = OpenProject.of(terminal, where)) {
            AssembledContext context = project.context().assemble(request);
            if (json.wanted()) {
                JsonOption.print(terminal, AssembledJson.tree(context));
            } else {
                ShownText.print(terminal, context.text());
                terminal.say(context.tokens() + " of " + context.maxTokens() + " tokens, "
                        + context.pieces().size() + " pieces, "
                        + context.leftOut().size() + " left out");
                context.warnings().forEach(warning -> terminal.say("note: " + ShownText.line(warning, 400)));
            }
        }
        return ExitCode.DONE;
    }
}
