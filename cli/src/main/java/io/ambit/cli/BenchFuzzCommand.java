package io.ambit.cli;

import io.ambit.bench.fuzz.FuzzFailure;
import io.ambit.bench.fuzz.FuzzReport;
import io.ambit.bench.fuzz.FuzzRun;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.server.ServedCodecs;
import io.ambit.wire.WireCodec;
import java.util.ArrayList;
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

/** {@code ambit bench fuzz}. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description =
                "Requests and answers of each wire format, changed at random, through its codec. Ends with 1 where "
                        + "one hung, crashed, or changed bytes that nobody edited.",
        footer = {"", "Example:", "  ambit bench fuzz --format anthropic --cases 100000"})
final class BenchFuzzCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--cases", paramLabel = "N", description = "Of each format. [1000000]")
    private long cases = 1_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the first case; each further one has the next. [1]")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One format alone: openai-chat, anthropic, ...")
    private @Nullable String format;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BenchFuzzCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<FuzzReport> reports = new ArrayList<>();
        for (WireCodec codec : codecs()) {
            FuzzReport report = FuzzRun.run(codec, seed, cases);
            reports.add(report);
            if (!json.wanted()) {
                print(report);
            }
        }
        boolean clean = reports.stream().allMatch(FuzzReport::isClean);
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("clean", clean);
            object.put("formats", reports.stream().map(FuzzReport::toJson).toList());
            JsonOption.print(terminal, object);
        }
        return clean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<WireCodec> codecs() {
        List<WireCodec> all = ServedCodecs.plain();
        if (format == null) {
            return all;
        }
        List<WireCodec> named = all.stream()
                .filter(codec -> codec.format().title().equals(format))
                .toList();
        if (named.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--format: expected one of "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(codec -> codec.format().title())
                                            .toList())
                            + ", found " + format);
        }
        return named;
    }

    private void print(FuzzReport report) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%-16s %d cases in %.1f s: %d read, %d refused, %d answers; %d hangs, %d crashes, %d changed; "
                                + "slowest %d ms%n",
                        report.format(),
                        report.cases(),
                        report.seconds(),
                        report.accepted(),
                        report.refused(),
                        report.answers(),
                        report.hangs(),
                        report.crashes(),
                        report.changed(),
                        report.slowestMillis());
        for (FuzzFailure failure : report.failures()) {
            terminal.out().println("  --seed " + failure.seed() + ": " + failure.what());
        }
        terminal.out().flush();
    }
}
