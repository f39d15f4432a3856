package io.ambit.cli;

import io.ambit.bench.routing.RoutedPrompt;
import io.ambit.bench.routing.RoutingFigures;
import io.ambit.bench.routing.RoutingReport;
import io.ambit.bench.routing.RoutingTrial;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.store.learning.DifficultyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit bench routing}. */
@Command(
        name = "routing",
        mixinStandardHelpOptions = true,
        description =
                "Learn from prompts that a weaker and a stronger model answered, which ones need the stronger, and judge "
                        + "that by other prompts: accuracy against the share of strong calls. The lines of a file are JSON "
                        + "objects with set, prompt, weak_correct and strong_correct.",
        footer = {
            "",
            "Examples:",
            "  ambit bench routing --train train.jsonl --test test.jsonl",
            "  ambit bench routing --train mine.jsonl --save"
        })
final class BenchRoutingCommand implements Callable<Integer> {
    @Option(names = "--train", paramLabel = "FILE", required = true, description = "Prompts to learn from, JSON Lines.")
    private Path train = Path.of("");

    @Option(names = "--test", paramLabel = "FILE", description = "Prompts to judge by, JSON Lines.")
    private @Nullable Path test;

    @Option(
            names = "--save",
            description = "Keep what was learned in the data folder: the next gateway that starts chooses by it.")
    private boolean save;

    @Option(names = "--seed", paramLabel = "N", description = "What is drawn in training depends on it. [1]")
    private long seed = 1;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    BenchRoutingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (test == null && !save) {
            throw new ParameterException(spec.commandLine(), "Missing option: --test=FILE, --save or both");
        }
        List<RoutedPrompt> judged = test == null ? List.of() : RoutedPrompt.read(test);
        RoutingTrial trial = new RoutingTrial(RoutedPrompt.read(train), seed);
        Map<String, Object> object = new LinkedHashMap<>();
        if (test != null) {
            RoutingReport report = trial.judge(judged);
            object.putAll(report.json());
            if (!json.wanted()) {
                print(report);
            }
        }
        if (save) {
            DifficultyFile file = new DifficultyFile(terminal.home().folder());
            file.write(trial.difficulty());
            object.put("saved", file.file().toString());
            if (!json.wanted()) {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%,d prompts learned, APGR %.3f on those held back%s%nsaved to %s%n",
                                trial.difficulty().seen(),
                                trial.difficulty().recovered(),
                                trial.difficulty().rows() > 0 ? "" : ": no better than chance, so rules go on deciding",
                                file.file());
            }
        }
        if (json.wanted()) {
            JsonOption.print(terminal, object);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void print(RoutingReport report) {
        PrintWriter out = terminal.out();
        TextTable table = new TextTable("SET", "PROMPTS", "WEAK", "STRONG", "APGR", "FOR 50 %", "FOR 80 %");
        report.sets().forEach((name, figures) -> table.add(row(name, figures)));
        table.add(row("all", report.all()));
        table.print(out);
        out.println();
        TextTable curve = new TextTable("STRONG CALLS", "ACCURACY");
        List<Double> points = report.all().curve();
        for (int i = 0; i < points.size(); i++) {
            curve.add(List.of(percent((double) i / (points.size() - 1)), percent(points.get(i))));
        }
        curve.print(out);
        out.printf(
                Locale.ROOT,
                "%n%,d prompts learned in %.1f s, a choice p50 %.2f ms, p99 %.2f ms%n",
                report.learned(),
                report.trainingSeconds(),
                report.choiceMillisP50(),
                report.choiceMillisP99());
    }

    private static List<String> row(String name, RoutingFigures figures) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", figures.prompts()),
                percent(figures.weak()),
                percent(figures.strong()),
                Double.isNaN(figures.apgr()) ? "-" : String.format(Locale.ROOT, "%.3f", figures.apgr()),
                percent(figures.strongFor50()),
                percent(figures.strongFor80()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
