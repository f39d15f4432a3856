package io.ambit.cli;

import io.ambit.bench.tools.ToolLog;
import io.ambit.bench.tools.ToolQuery;
import io.ambit.bench.tools.ToolReport;
import io.ambit.bench.tools.ToolTrial;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.suggest.LoggedCall;
import io.ambit.models.OnnxEmbedder;
import io.ambit.store.index.Analysis;
import io.ambit.wire.tools.ToolForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit bench tools}. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        description =
                "How often the right tool is suggested: the tools of --tools for the requests of --queries (id, text, "
                        + "tools), after learning from the first lines of --log (text, tool, outcome).",
        footer = {
            "",
            "Examples:",
            "  ambit bench tools --tools tools.jsonl --queries queries.jsonl",
            "  ambit bench tools --tools tools.jsonl --queries queries.jsonl --log log.jsonl --log-lines 200"
        })
final class BenchToolsCommand implements Callable<Integer> {
    private enum Model {
        minilm,
        none
    }

    @Option(names = "--tools", paramLabel = "FILE", required = true, description = "Definitions of tools, in any form.")
    private Path tools = Path.of("");

    @Option(names = "--queries", paramLabel = "FILE", required = true, description = "Requests, JSON Lines.")
    private Path queries = Path.of("");

    @Option(names = "--log", paramLabel = "FILE", description = "Which tools served which requests, JSON Lines.")
    private @Nullable Path log;

    @Option(
            names = "--log-lines",
            paramLabel = "N",
            description = "Learn from so many lines of the log, from its start. All when absent.")
    private @Nullable Integer lines;

    @Option(names = "--embedder", paramLabel = "NAME", description = "minilm or none. [minilm]")
    private Model embedder = Model.minilm;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    BenchToolsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Integer wanted = lines;
        if (wanted != null && (wanted < 0 || log == null)) {
            throw new ParameterException(spec.commandLine(), "--log-lines N: expected 0 or more, and --log FILE");
        }
        List<ToolQuery> asked = ToolQuery.read(queries);
        List<LoggedCall> learned = log == null ? List.of() : ToolLog.read(log);
        if (wanted != null) {
            learned = learned.subList(0, Math.min(wanted, learned.size()));
        }
        ToolReport report = judge(definitions(), learned, asked);
        if (json.wanted()) {
            JsonOption.print(terminal, report.json());
        } else {
            print(report);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private List<ToolDefinition> definitions() {
        try {
            return ToolForms.read(tools.toString(), Files.readString(tools));
        } catch (IOException e) {
            throw new AmbitException(tools + ": cannot be read: " + e, e);
        }
    }

    private ToolReport judge(List<ToolDefinition> definitions, List<LoggedCall> learned, List<ToolQuery> asked) {
        ProgressLine progress = new ProgressLine(terminal);
        try (OnnxEmbedder model = embedder == Model.none ? null : OnnxEmbedder.open()) {
            ToolTrial trial = new ToolTrial(
                    definitions,
                    learned,
                    new Analysis(),
                    model,
                    TextVectors.NONE,
                    waiting -> progress.show(waiting + " texts to read", waiting == 0 ? 1 : -1));
            return trial.judge(asked);
        }
    }

    private void print(ToolReport report) {
        TextTable table = new TextTable("K", "RECALL", "HIT");
        for (int c = 0; c < ToolReport.CUTS.size(); c++) {
            table.add(List.of(
                    ToolReport.CUTS.get(c).toString(),
                    percent(report.recall().get(c)),
                    percent(report.hit().get(c))));
        }
        table.print(terminal.out());
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%n%,d tools, %,d requests, %,d lines learned in %.1f s, a suggestion p50 %.2f ms, p95 %.2f ms, "
                                + "confidence off by %s%n",
                        report.tools(),
                        report.queries(),
                        report.lines(),
                        report.prepareSeconds(),
                        report.millisP50(),
                        report.millisP95(),
                        percent(report.calibration()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
