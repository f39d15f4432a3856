package io.ambit.cli;

import io.ambit.bench.memory.GrowthTrial;
import io.ambit.bench.memory.MemoryDocument;
import io.ambit.bench.memory.MemoryFiles;
import io.ambit.bench.memory.MemoryQuery;
import io.ambit.bench.memory.MemoryTrial;
import io.ambit.bench.memory.MemoryTrialReport;
import io.ambit.bench.memory.MemoryTrialSettings;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.spi.Embedder;
import io.ambit.models.OnnxEmbedder;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.store.index.LuceneIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit bench memory}. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description =
                "How much of what answers a question stands among the first that memory finds, in percent, and how "
                        + "fast that is. The documents are stored as messages of conversations in a data folder made for the "
                        + "occasion, and searched as the product searches.",
        footer = {
            "",
            "Example:",
            "  ambit bench memory --documents documents.jsonl --queries queries.jsonl --level turn --scope pooled"
        })
final class BenchMemoryCommand implements Callable<Integer> {
    private enum Level {
        turn,
        message,
        session
    }

    private enum Scope {
        pooled,
        space
    }

    private enum Model {
        minilm,
        none
    }

    private enum VectorSource {
        made,
        drawn
    }

    @Option(names = "--documents", paramLabel = "FILE", required = true, description = "Messages, JSON Lines.")
    private Path documents = Path.of("");

    @Option(names = "--queries", paramLabel = "FILE", required = true, description = "Questions, JSON Lines.")
    private Path queries = Path.of("");

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "What is ranked: turn or message, which are the same, or session. [turn]")
    private Level level = Level.turn;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "pooled puts all documents into one space; space leaves each in its own. [space]")
    private Scope scope = Scope.space;

    @Option(names = "--embedder", paramLabel = "NAME", description = "minilm or none. [minilm]")
    private Model embedder = Model.minilm;

    @Option(names = "--limit", paramLabel = "N", description = "Ask the first N questions only.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--generate",
            paramLabel = "N",
            description = "Measure speed alone: on N documents made of those of the file, in one space.")
    private int generate;

    @Option(
            names = "--vectors",
            paramLabel = "HOW",
            description = "With --generate: made by the model, or drawn near some that it made, which is quick. [made]")
    private VectorSource vectors = VectorSource.made;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchMemoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<MemoryDocument> stored = MemoryFiles.documents(documents);
        List<MemoryQuery> asked = MemoryFiles.queries(queries);
        try (TemporaryFolder folder = TemporaryFolder.create();
                SqliteMemoryStore store = SqliteMemoryStore.open(folder.path())) {
            if (embedder == Model.none) {
                run(store, folder.path(), null, stored, asked);
            } else {
                try (OnnxEmbedder model = OnnxEmbedder.open()) {
                    run(store, folder.path(), model, stored, asked);
                }
            }
        }
        return ExitCode.DONE;
    }

    private void run(
            SqliteMemoryStore store,
            Path folder,
            @Nullable Embedder model,
            List<MemoryDocument> stored,
            List<MemoryQuery> asked) {
        if (generate > 0) {
            ProgressLine line = new ProgressLine(terminal);
            Map<String, Object> figures = new GrowthTrial(
                            store,
                            with -> LuceneIndex.open(folder.resolve("index"), store, with, store.vectors()),
                            model)
                    .run(
                            stored,
                            asked.subList(0, Math.min(limit, asked.size())),
                            generate,
                            vectors == VectorSource.drawn,
                            Instant.now(),
                            done -> line.show(done + " documents", Math.min(0.99, (double) done / generate)));
            line.show("", 1);
            if (json.wanted()) {
                JsonOption.print(terminal, figures);
            } else {
                figures.forEach((name, figure) -> terminal.out().println(name + " " + figure));
                terminal.out().flush();
            }
        } else {
            report(trial(store, folder, model, stored, asked));
        }
    }

    private MemoryTrialReport trial(
            SqliteMemoryStore store,
            Path folder,
            @Nullable Embedder model,
            List<MemoryDocument> stored,
            List<MemoryQuery> asked) {
        ProgressLine line = new ProgressLine(terminal);
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("index"), store, model, store.vectors())) {
            MemoryTrialSettings settings =
                    new MemoryTrialSettings(level == Level.session, scope == Scope.pooled, limit);
            MemoryTrialReport report = new MemoryTrial(store, index, settings, Instant.now())
                    .run(
                            stored,
                            asked,
                            model,
                            done -> line.show(done + " documents", Math.min(0.99, (double) done / stored.size())));
            line.show("", 1);
            return report;
        }
    }

    private void report(MemoryTrialReport report) {
        if (json.wanted()) {
            JsonOption.print(terminal, report.json());
            return;
        }
        PrintWriter out = terminal.out();
        TextTable table = new TextTable(
                "CATEGORY", "ANY@1", "ANY@5", "ALL@5", "FRAC@1", "FRAC@5", "FRAC@10", "FRAC@20", "NDCG@10");
        report.categories().forEach((name, scores) -> table.add(row(name, scores)));
        table.add(row("all", report.scores()));
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%n%,d documents, %,d questions, embedder %s: %,.0f documents/s, question p50 %.2f ms, p95 %.2f ms%n",
                report.documents(),
                report.queries(),
                report.embedder(),
                report.documentsPerSecond(),
                report.queryMillisP50(),
                report.queryMillisP95());
        out.flush();
    }

    private static List<String> row(String name, Map<String, Double> scores) {
        List<String> row = new ArrayList<>();
        row.add(name);
        for (String score : List.of("any@1", "any@5", "all@5", "frac@1", "frac@5", "frac@10", "frac@20", "ndcg@10")) {
            row.add(String.format(Locale.ROOT, "%.1f", scores.getOrDefault(score, 0.0)));
        }
        return row;
    }
}
