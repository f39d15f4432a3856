package io.ambit.cli;

import io.ambit.bench.context.ContextCase;
import io.ambit.bench.context.ContextCases;
import io.ambit.bench.context.ContextFigures;
import io.ambit.bench.context.ContextTrial;
import io.ambit.bench.context.NeededInsights;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.store.SqliteStores;
import io.ambit.store.backlog.MarkdownBacklog;
import io.ambit.store.index.LuceneIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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

/** {@code ambit bench context}. */
@Command(
        name = "context",
        mixinStandardHelpOptions = true,
        description =
                "How much of what a task, epic or question needs is in its assembled context, in percent, against "
                        + "a context of the same size that search filled. The backlog is read where it lies; memory is made for "
                        + "the occasion.",
        footer = {
            "",
            "Example:",
            "  ambit bench context --folder DIR --needs needs.jsonl --insights insights.jsonl --tokens 4000"
        })
final class BenchContextCommand implements Callable<Integer> {
    @Mixin
    private BenchedBacklog backlog = new BenchedBacklog();

    @Option(names = "--needs", paramLabel = "FILE", description = "Tasks, epics and questions with what they need.")
    private @Nullable Path needs;

    @Option(names = "--insights", paramLabel = "FILE", description = "Insights to be captured before.")
    private @Nullable Path insights;

    @Option(names = "--queries", paramLabel = "FILE", description = "Questions, JSON Lines.")
    private @Nullable Path queries;

    @Option(names = "--qrels", paramLabel = "FILE", description = "Their graded answers; needed is grade 2 and more.")
    private @Nullable Path grades;

    @Option(names = "--tokens", paramLabel = "N", split = ",", description = "Budgets. [500,1000,2000,4000,8000]")
    private List<Integer> budgets = List.of(500, 1_000, 2_000, 4_000, 8_000);

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    BenchContextCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if ((needs == null && queries == null) || (queries == null) != (grades == null)) {
            throw new ParameterException(spec.commandLine(), "expected --needs, or --queries with --qrels, or both");
        }
        try (Embedder model = backlog.embedder()) {
            run(model);
        }
        return ExitCode.DONE;
    }

    private void run(@Nullable Embedder model) throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.create();
                SqliteStores stores = SqliteStores.open(temporary.path());
                LuceneIndex index = LuceneIndex.open(
                        temporary.path().resolve("index"),
                        stores.memory(),
                        model,
                        stores.memory().vectors());
                MarkdownBacklog store = backlog.open(terminal);
                BacklogSearch search = backlog.search(model, store.snapshot())) {
            Memory memory = new Memory(
                    stores.memory(),
                    stores.memory(),
                    index,
                    stores.journal(),
                    new BpeTokenCounter(),
                    ReadableSpaces.NONE,
                    CareSettings.DEFAULT,
                    Clock.systemUTC(),
                    space -> {});
            ProjectContext project =
                    new ProjectContext(Space.DEFAULT, new Backlog(store, search, Clock.systemUTC()), memory);
            report(new ContextTrial(project).run(cases(project), budgets));
        }
    }

    private List<ContextCase> cases(ProjectContext project) {
        Map<String, String> captured = insights == null ? Map.of() : NeededInsights.capture(insights, project);
        project.memory().index().catchUp(project.space(), any -> {});
        List<ContextCase> cases = new ArrayList<>();
        if (needs != null) {
            cases.addAll(ContextCases.needs(needs, captured));
        }
        if (queries != null && grades != null) {
            cases.addAll(ContextCases.graded(queries, grades));
        }
        return cases;
    }

    private void report(List<ContextFigures> figures) {
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of(
                            "embedder",
                            backlog.model(),
                            "figures",
                            figures.stream().map(ContextFigures::json).toList()));
            return;
        }
        PrintWriter out = terminal.out();
        TextTable table = new TextTable(
                "FOR", "BUDGET", "CASES", "SHOWN", "WHOLE", "NAMED", "SEARCH ALONE", "TOKENS", "OVER", "NO FOCUS");
        for (ContextFigures one : figures) {
            table.add(List.of(
                    one.mode().name().toLowerCase(Locale.ROOT),
                    String.valueOf(one.budget()),
                    String.valueOf(one.cases()),
                    percent(one.shown()),
                    percent(one.whole()),
                    percent(one.named()),
                    percent(one.searched()),
                    String.format(Locale.ROOT, "%.0f", one.tokens()),
                    String.valueOf(one.over()),
                    String.valueOf(one.withoutFocus())));
        }
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%nneeded documents in percent: shown whole or shortened, whole, named only; embedder %s%n",
                backlog.model());
        out.flush();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
