package io.ambit.cli;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.economics.ContextMeasures;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.offer.UnusedTools;
import io.ambit.store.SqliteStores;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit sessions show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show the steps of a session: sizes, decisions, usage as the upstream reported it, measures.",
        footer = {"", "Example:", "  ambit sessions show last --json"})
final class SessionsShowCommand implements Callable<Integer> {
    private static final int WIDEST = 300;

    @Parameters(paramLabel = "SESSION", description = "Id, the start of one, or 'last'.")
    private String name = "";

    @Mixin
    private SpaceOption space = new SpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SessionsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SessionRecord session;
        List<StepRecord> steps;
        UnusedTools tools;
        terminal.home().createLogs();
        try (SqliteStores stores = SqliteStores.open(terminal.home().folder())) {
            Ledger ledger = stores.ledger();
            session = SessionLookup.one(ledger, space.in(ledger), name);
            steps = ledger.steps(session.space(), session.id());
            tools = OfferedTools.unused(stores, session);
        }
        if (json.wanted()) {
            JsonOption.print(terminal, SessionJson.sessionWithSteps(session, steps, tools));
        } else {
            print(session, steps, tools);
        }
        return ExitCode.DONE;
    }

    private void print(SessionRecord session, List<StepRecord> steps, UnusedTools tools) {
        terminal.out()
                .println(session.id() + " in " + session.space() + ", " + session.steps() + " steps, "
                        + session.messages() + " messages, " + session.branches() + " branches, "
                        + When.text(session.started()) + " to " + When.text(session.lastRequest()));
        terminal.out().println();
        TextTable table = new TextTable(
                "STEP",
                "TIME",
                "POLICY",
                "MESSAGES",
                "BYTES IN",
                "SENT",
                "STATUS",
                "INPUT",
                "CACHED",
                "OUTPUT",
                "MS",
                "DECIDED");
        steps.forEach(step -> table.add(row(step)));
        table.print(terminal.out());
        terminal.out().println();
        printRoutes(steps);
        print(ContextMeasures.of(session, steps));
        if (tools.offered() > 0) {
            terminal.out().println("tools       " + TextTable.printable(OfferedTools.text(tools), WIDEST));
        }
        terminal.out().flush();
    }

    /** Where steps were sent and why, each time that it changed. */
    private void printRoutes(List<StepRecord> steps) {
        String before = "";
        for (StepRecord step : steps) {
            StepEnd end = step.end();
            String text = end == null ? "" : RouteText.of(end.route());
            if (!text.isEmpty() && !text.equals(before)) {
                terminal.out().println("step " + step.id().number() + " sent to " + text);
            }
            before = text;
        }
        if (!before.isEmpty()) {
            terminal.out().println();
        }
    }

    private void print(ContextMeasures measures) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "context     %.0f tokens on average (target %d or less), %.0f spent per iteration, %d over %d%n",
                        measures.averageContext(),
                        ContextMeasures.TARGET_CONTEXT,
                        measures.tokensPerIteration(),
                        measures.tokensOver16(),
                        ContextMeasures.ITERATIONS_WATCHED);
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "tool calls  %d, %d of them context_retrieve (%.1f %%); %.1f %% of outputs seen before%n",
                        measures.toolCalls(),
                        measures.retrievals(),
                        measures.retrieveShare() * 100,
                        measures.dedupHitRate() * 100);
        terminal.out()
                .printf(Locale.ROOT, "summaries   %d, %d failed%n", measures.summaries(), measures.summaryFailures());
        for (ContextMeasures.Alert alert : measures.alerts()) {
            terminal.out().println("alert       " + alert.text());
        }
    }

    private static List<String> row(StepRecord step) {
        @Nullable StepEnd end = step.end();
        // The step's last round is the one whose answer the client saw.
        Usage usage = end == null || end.rounds().isEmpty()
                ? Usage.UNKNOWN
                : end.rounds().get(end.rounds().size() - 1);
        return List.of(
                String.valueOf(step.id().number()),
                When.text(step.at()).substring(11),
                step.policy(),
                String.valueOf(step.messages()),
                String.valueOf(step.bytesIn()),
                String.valueOf(step.bytesOut()),
                end == null ? "-" : String.valueOf(end.status()),
                count(usage.input()),
                count(usage.cached()),
                count(usage.output()),
                end == null ? "-" : String.valueOf(end.total().toMillis()),
                decided(step, end));
    }

    private static String decided(StepRecord step, @Nullable StepEnd end) {
        Map<String, Object> all = new TreeMap<>(step.decided());
        if (end != null && end.retrievals() > 0) {
            all.put("retrieved", end.retrievals());
        }
        if (step.retries() > 0) {
            all.put("retries", step.retries());
        }
        if (!step.failedOpen().isEmpty()) {
            all.put("failed open", step.failedOpen());
        }
        if (end != null && !end.error().isEmpty()) {
            all.put("error", end.error());
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String count(long tokens) {
        return tokens < 0 ? "-" : String.valueOf(tokens);
    }
}
