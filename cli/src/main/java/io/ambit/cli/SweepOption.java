package io.ambit.cli;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.bench.replay.PolicySweep;
import io.ambit.bench.replay.ReplayProgress;
import io.ambit.bench.replay.ReplayReport;
import io.ambit.bench.replay.SweepReport;
import io.ambit.bench.replay.SweepSettings;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Interruption;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** {@code --sweep}: searches settings of {@code custom} instead of comparing policies. */
final class SweepOption {
    @Option(
            names = "--sweep",
            description = "Search settings of the policy custom on the older half of the sessions, and report on the "
                    + "newer half. Ctrl-C gives the best so far.")
    private boolean wanted;

    @Option(
            names = "--max-loss",
            paramLabel = "PERCENT",
            description = "With --sweep: steps that may lose evidence, in %%. Default: 0.5.")
    private double maxLossPercent = SweepSettings.MAX_EVIDENCE_LOSS * 100;

    @Option(names = "--seed", paramLabel = "N", description = "With --sweep: seed of the search. Default: 1.")
    private long seed = 1;

    boolean wanted() {
        return wanted;
    }

    int run(ReplaySources sources, TokenCounter tokens, boolean json, Terminal terminal) {
        List<InputProblem> missing = new ArrayList<>();
        List<RecordedInput> inputs = sources.inputs(terminal, Instant.now(), missing::add);
        SweepSettings settings =
                new SweepSettings(inputs, tokens, maxLossPercent / 100, SweepSettings.CANDIDATES, seed);
        ProgressLine line = new ProgressLine(terminal);
        ReplayProgress progress = terminal.interactive()
                ? (done, share) -> line.show(done + " settings tried", share)
                : ReplayProgress.SILENT;
        try (Interruption interruption = Interruption.watched()) {
            PolicySweep search = new PolicySweep(
                    settings,
                    () -> new CachedCodec(new OpenAiChatCodec(), ReplayCommand.CODEC_MEMORY),
                    progress,
                    interruption::came);
            missing.forEach(search::problem);
            SweepReport report = search.run(System.in);
            report.problems().forEach(problem -> terminal.say("ambit: skipped " + problem));
            if (json) {
                JsonOption.print(terminal, PolicySweep.json(report));
            } else {
                print(report, terminal.out());
            }
            return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static void print(SweepReport report, PrintWriter out) {
        out.println((report.stopped() ? "Stopped after " : "Tried ") + report.tried() + " settings on the "
                + report.tuneSessions() + " older sessions (seed " + report.seed() + "). On the "
                + report.testSessions() + " newer ones, which the search did not see"
                + (report.testFrom() == null ? "" : ", from " + When.text(report.testFrom())) + ":");
        TextTable table = new TextTable("policy", "priced", "charged", "evidence loss", "text loss");
        row(table, "off", report.off(), report.off());
        row(table, "balanced", report.balanced(), report.off());
        row(table, "found", report.best(), report.off());
        table.print(out);
        out.println();
        if (report.isBetter()) {
            out.println("To use them, put this in config.toml, or give --policy " + report.spec() + ":");
            out.println();
            out.println("[policy]");
            out.println("name = \"custom\"");
            out.println();
            out.println("[policy.custom]");
            for (Map.Entry<String, Integer> setting : new TreeMap<>(report.settings()).entrySet()) {
                out.println(key(setting.getKey()) + " = " + setting.getValue());
            }
        } else {
            out.println("Nothing that was tried is better than balanced on sessions that it was not tuned on: "
                    + "keep balanced.");
        }
        out.flush();
    }

    /** The key in the settings' file of an option: {@code mask_from} is {@code maskFrom} there. */
    static String key(String option) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < option.length(); i++) {
            boolean begins = i > 0 && option.charAt(i - 1) == '_';
            if (option.charAt(i) != '_') {
                key.append(begins ? Character.toUpperCase(option.charAt(i)) : option.charAt(i));
            }
        }
        return key.toString();
    }

    private static void row(TextTable table, String name, ReplayTotals totals, ReplayTotals off) {
        table.add(List.of(
                name,
                percent(ReplayReport.ratio(totals.priced(), off.priced())),
                percent(ReplayReport.ratio(totals.charged(), off.charged())),
                percent(totals.evidenceLoss()),
                percent(totals.textLoss())));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
