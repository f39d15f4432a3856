package io.ambit.cli;

import io.ambit.bench.compress.CompressTrial;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Utf8;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit bench compress}. */
@Command(
        name = "compress",
        mixinStandardHelpOptions = true,
        description = "What a policy makes of a tool's output: its size before and after, what was kept and why, and, "
                + "for one text, what the model sees.",
        footer = {"", "Example:", "  ambit bench compress build.log --policy balanced"})
final class BenchCompressCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Texts, - for standard input. [-]")
    private List<String> files = List.of("-");

    @Option(names = "--policy", paramLabel = "NAME", description = "Policy, with options after colons. [balanced]")
    private String policy = "balanced";

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    BenchCompressCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ContextPolicy tried = parsed();
        TokenCounter tokens = new BpeTokenCounter();
        List<CompressTrial> trials = files.stream()
                .map(file -> CompressTrial.of(file, text(file), tried, tokens))
                .toList();
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("policy", tried.name());
            object.put("tokens", tokens.name());
            object.put(
                    "outputs", trials.stream().map(BenchCompressCommand::json).toList());
            JsonOption.print(terminal, object);
        } else {
            print(trials, terminal.out());
        }
        return ExitCode.DONE;
    }

    private ContextPolicy parsed() {
        try {
            return Policies.parse(policy);
        } catch (AmbitException e) {
            throw new ParameterException(spec.commandLine(), "--policy: " + e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try {
            return Utf8.decode(file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void print(List<CompressTrial> trials, PrintWriter out) {
        TextTable table = new TextTable("TEXT", "KIND", "SHOWN", "TOKENS", "AFTER", "");
        trials.forEach(trial -> table.add(List.of(
                trial.name(),
                trial.kind(),
                trial.how(),
                String.format(Locale.ROOT, "%,d", trial.tokensBefore()),
                String.format(Locale.ROOT, "%,d", trial.tokensAfter()),
                String.format(
                        Locale.ROOT, "%.1f%%", 100.0 * trial.tokensAfter() / Math.max(1, trial.tokensBefore())))));
        table.print(out);
        if (trials.size() == 1) {
            CompressTrial only = trials.get(0);
            if (!only.kept().isEmpty()) {
                out.println();
                TextTable kept = new TextTable("KEPT", "WHY");
                only.kept().forEach(part -> kept.add(List.of(part.what(), part.why())));
                kept.print(out);
            }
            out.println();
            only.shown().lines().forEach(line -> out.println(TextTable.printable(line, Integer.MAX_VALUE)));
        }
        out.flush();
    }

    private static Map<String, Object> json(CompressTrial trial) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", trial.name());
        object.put("kind", trial.kind());
        object.put("how", trial.how());
        object.put("charactersBefore", trial.charactersBefore());
        object.put("charactersAfter", trial.charactersAfter());
        object.put("tokensBefore", trial.tokensBefore());
        object.put("tokensAfter", trial.tokensAfter());
        List<Map<String, String>> kept = new ArrayList<>();
        trial.kept().forEach(part -> kept.add(Map.of("what", part.what(), "why", part.why())));
        object.put("kept", kept);
        object.put("shown", trial.shown());
        return object;
    }
}
