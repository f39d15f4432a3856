package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.core.tooluse.sequence.OptimizeRequest;
import io.ambit.core.tooluse.sequence.OptimizedCall;
import io.ambit.core.tooluse.sequence.OptimizedPlan;
import io.ambit.core.tooluse.sequence.PlanForm;
import io.ambit.core.tooluse.sequence.PlanJson;
import io.ambit.core.tooluse.sequence.PlannedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit tools optimize}. */
@Command(
        name = "optimize",
        mixinStandardHelpOptions = true,
        description =
                "Make a plan of calls cheaper without changing what it does: drop repeats, join single reads, make at "
                        + "once what needs no other. Writes stay in their order. The file holds a JSON list of "
                        + "{\"tool\": NAME, \"arguments\": {...}}, with \"made\": true where a call was made already.",
        footer = {"", "Example:", "  ambit tools optimize --goal \"compare the open tasks\" --calls plan.json"})
final class ToolOptimizeCommand implements Callable<Integer> {
    @Option(names = "--goal", paramLabel = "TEXT", required = true, description = "What the calls are for.")
    private String goal = "";

    @Option(
            names = "--calls",
            paramLabel = "FILE",
            required = true,
            description = "The planned calls as JSON, - for standard input.")
    private String calls = "";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ToolOptimizeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<PlannedCall> planned = read();
        try (OpenTools open = OpenTools.of(terminal, source)) {
            OptimizedPlan plan = open.use().optimize(new OptimizeRequest(goal, planned));
            if (json.wanted()) {
                JsonOption.print(terminal, PlanJson.tree(plan));
            } else {
                print(plan);
            }
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private List<PlannedCall> read() {
        try {
            byte[] bytes = calls.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(calls));
            return PlanForm.read(JsonTree.of(Json.parse(Utf8.decode(bytes))));
        } catch (JsonSyntaxException e) {
            throw new InvalidInputException(calls + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AmbitException(calls + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(OptimizedPlan plan) {
        if (plan.isBest()) {
            terminal.out().println("nothing better is known: make the calls as planned");
            return;
        }
        TextTable steps = new TextTable("STEP", "CALL", "PLANNED");
        for (int i = 0; i < plan.steps().size(); i++) {
            for (OptimizedCall each : plan.steps().get(i)) {
                steps.add(List.of(
                        Integer.toString(i + 1),
                        each.call().tool() + " " + JsonTree.write(each.call().arguments()),
                        each.stands().toString()));
            }
        }
        steps.print(terminal.out());
        TextTable why = new TextTable("CHANGE", "PLANNED", "WHY");
        plan.changes()
                .forEach(change ->
                        why.add(List.of(change.kind().key(), change.positions().toString(), change.reason())));
        plan.advice().forEach(advice -> why.add(List.of(advice.kind() + " step", advice.tool(), advice.reason())));
        terminal.out().println();
        why.print(terminal.out());
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%nsaves %,d calls, %,d rounds, about %,d tokens%n",
                        plan.savedCalls(),
                        plan.savedRounds(),
                        plan.savedTokens());
    }
}
