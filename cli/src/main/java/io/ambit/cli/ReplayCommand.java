package io.ambit.cli;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.bench.replay.ReplayHtml;
import io.ambit.bench.replay.ReplayJson;
import io.ambit.bench.replay.ReplayProgress;
import io.ambit.bench.replay.ReplayReport;
import io.ambit.bench.replay.ReplayRun;
import io.ambit.bench.replay.ReplaySettings;
import io.ambit.cli.terminal.AtomicFile;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.ProgressLine;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.TokenCounter;
import io.ambit.wire.CachedCodec;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ambit replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replay recorded agent sessions under different policies: what each would have saved, and what it would "
                    + "have lost.",
            "Reads the logs of Claude Code, Codex, pi, opencode and Qwen Code, files of OpenAI and Anthropic messages, "
                    + "and Ambit's ledger, gzip too; which it is, the content tells. What cannot be read is named and "
                    + "skipped; the command then ends with 1."
        },
        footer = {
            "",
            "Examples:",
            "  ambit replay",
            "  ambit replay --agent claude-code,codex --since 7d --html report.html",
            "  ambit replay my-session.jsonl --policy off,safe,classic:window=10"
        })
final class ReplayCommand implements Callable<Integer> {
    static final long CODEC_MEMORY = 64L << 20;

    @Mixin
    private ReplaySources sources = new ReplaySources();

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "off,safe,balanced",
            description = "Policies to compare, with options after colons. Default: ${DEFAULT-VALUE}.")
    private List<String> policies = List.of();

    @Option(
            names = "--tokens",
            defaultValue = "o200k",
            description = "How tokens are counted: o200k, a real tokenizer, or chars4, a quarter of the characters. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Tokens tokens = Tokens.o200k;

    @Mixin
    private SweepOption sweep = new SweepOption();

    @Mixin
    private PriceOption prices = new PriceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with charts.")
    private @Nullable Path html;

    @Option(names = "--dump", paramLabel = "DIR", description = "Write what each policy forwarded to DIR/POLICY.jsonl.")
    private @Nullable Path dump;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The counters by the names that users give them. */
    enum Tokens {
        o200k,
        chars4;

        TokenCounter counter() {
            return this == o200k ? new BpeTokenCounter() : new Chars4TokenCounter();
        }
    }

    @Override
    public Integer call() {
        if (sweep.wanted()) {
            return sweep.run(sources, this.tokens.counter(), json.wanted(), terminal);
        }
        Map<String, ContextPolicy> compared = parsedPolicies();
        PriceTable table = prices.table(terminal.config().price());
        List<InputProblem> missing = new ArrayList<>();
        List<RecordedInput> inputs = sources.inputs(terminal, Instant.now(), missing::add);
        ReplaySettings settings = new ReplaySettings(inputs, table, compared, tokens.counter(), dump);
        ReplayProgress progress = terminal.interactive() ? new ProgressLine(terminal)::show : ReplayProgress.SILENT;
        ReplayRun run = new ReplayRun(
                settings,
                () -> new CachedCodec(new OpenAiChatCodec(), CODEC_MEMORY),
                new ExtractiveSummarizer(settings.tokens()),
                progress,
                () -> Thread.currentThread().isInterrupted());
        missing.forEach(run::problem);
        ReplayReport report = run.run(System.in);
        report.problems().forEach(problem -> terminal.say("ambit: skipped " + problem));
        if (html != null) {
            String page = ReplayHtml.of(report);
            AtomicFile.write(html, out -> out.write(page));
        }
        if (json.wanted()) {
            JsonOption.print(terminal, ReplayJson.of(report));
        } else {
            new ReplayTable(report, terminal).print();
        }
        return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Map<String, ContextPolicy> parsedPolicies() {
        Map<String, ContextPolicy> parsed = new LinkedHashMap<>();
        for (String name : policies) {
            try {
                parsed.put(name.strip(), Policies.parse(name));
            } catch (AmbitException e) {
                throw new ParameterException(spec.commandLine(), "--policy: " + e.getMessage(), e);
            }
        }
        return parsed;
    }
}
