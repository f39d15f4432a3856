package io.ambit.cli;

import io.ambit.bench.backlog.BacklogQueries;
import io.ambit.bench.backlog.BacklogQuery;
import io.ambit.bench.backlog.BacklogTrial;
import io.ambit.bench.backlog.BacklogTrialReport;
import io.ambit.bench.backlog.GeneratedItems;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.Embedder;
import io.ambit.store.backlog.MarkdownBacklog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit bench backlog}. */
@Command(
        name = "backlog",
        mixinStandardHelpOptions = true,
        description = "How well and how fast a backlog is searched, by questions whose answers were graded: the files "
                + "are read where they lie, and nothing is written beside them.",
        footer = {
            "",
            "Example:",
            "  ambit bench backlog --folder . --queries queries.jsonl --qrels qrels.jsonl --embedder none"
        })
final class BenchBacklogCommand implements Callable<Integer> {
    @Mixin
    private BenchedBacklog backlog = new BenchedBacklog();

    @Option(names = "--queries", paramLabel = "FILE", description = "Questions, JSON Lines; may be given repeatedly.")
    private List<Path> queries = List.of();

    @Option(names = "--qrels", paramLabel = "FILE", description = "Their graded answers, a file for each of those.")
    private List<Path> grades = List.of();

    @Option(
            names = "--known-items",
            description = "Ask as well for items that are known, by pieces of what they say, and report the mean "
                    + "reciprocal rank within the first ten.")
    private boolean knownItems;

    @Option(
            names = "--generate",
            paramLabel = "N",
            description = "Measure speed alone: with N items made of those of the folder.")
    private int generate;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    BenchBacklogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (queries.size() != grades.size() || (queries.isEmpty() && !knownItems)) {
            throw new ParameterException(
                    spec.commandLine(), "expected --queries with as many --qrels, or --known-items, or both");
        }
        List<BacklogQuery> asked = IntStream.range(0, queries.size())
                .mapToObj(i -> BacklogQueries.read(queries.get(i), grades.get(i)))
                .flatMap(List::stream)
                .toList();
        try (MarkdownBacklog store = backlog.open(terminal);
                Embedder model = backlog.embedder()) {
            Snapshot snapshot = generate > 0 ? GeneratedItems.of(store.snapshot(), generate) : store.snapshot();
            try (BacklogSearch search = backlog.search(model, snapshot)) {
                run(search, snapshot, asked);
            }
        }
        return ExitCode.DONE;
    }

    private void run(BacklogSearch search, Snapshot snapshot, List<BacklogQuery> asked) {
        BacklogTrial trial = new BacklogTrial(search, snapshot);
        BacklogTrialReport report = trial.run(asked, backlog.model());
        Map<String, Double> known = knownItems ? trial.knownItems() : Map.of();
        if (json.wanted()) {
            Map<String, Object> figures = new LinkedHashMap<>(report.json());
            known.forEach((kind, rank) -> figures.put("knownItems." + kind + ".mrr@10", rank));
            JsonOption.print(terminal, figures);
            return;
        }
        print(report, known, terminal.out());
    }

    private static void print(BacklogTrialReport report, Map<String, Double> known, PrintWriter out) {
        if (report.queries() + report.recallQueries() > 0) {
            TextTable table = new TextTable("CLASS", "NDCG@10", "MRR@10", "SUCCESS@1", "RECALL@20", "UNJUDGED@10");
            report.kinds().forEach((name, scores) -> table.add(row(name, scores)));
            table.add(row("all", report.scores()));
            if (report.recallQueries() > 0) {
                table.add(row("memory, apart", report.recallScores()));
            }
            table.print(out);
            out.println();
        }
        known.forEach((kind, rank) -> out.printf(Locale.ROOT, "known items, %s: MRR@10 %.3f%n", kind, rank));
        out.printf(
                Locale.ROOT,
                "%,d items, %,d questions, embedder %s: question p50 %.2f ms, p95 %.2f ms%n",
                report.items(),
                report.queries() + report.recallQueries(),
                report.embedder(),
                report.queryMillisP50(),
                report.queryMillisP95());
        out.flush();
    }

    private static List<String> row(String name, Map<String, Double> scores) {
        List<String> row = new ArrayList<>();
        row.add(name);
        for (String score : List.of("ndcg@10", "mrr@10", "success@1", "recall@20", "unjudged@10")) {
            row.add(String.format(Locale.ROOT, "%.3f", scores.getOrDefault(score, 0.0)));
        }
        return row;
    }
}
