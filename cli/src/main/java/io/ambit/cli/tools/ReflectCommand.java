package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.failure.ReflectionJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit tools reflect}. */
@Command(
        name = "reflect",
        mixinStandardHelpOptions = true,
        description =
                "Say what a failed call failed of, whether to retry, change or stop, and what got over such failures "
                        + "before.",
        footer = {
            "",
            "Examples:",
            "  ambit tools reflect read_file --params '{\"path\":\"a.txt\"}' --error 'ENOENT: no such file or directory'",
            "  ambit tools reflect bash --error - < error.txt"
        })
final class ReflectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOOL", description = "Name of the tool that failed.")
    private String tool = "";

    @Option(names = "--params", paramLabel = "JSON", description = "What it was called with. [{}]")
    private String params = "{}";

    @Option(
            names = "--error",
            paramLabel = "TEXT",
            required = true,
            description = "What came back: text, @FILE, or - for what comes on stdin.")
    private String error = "";

    @Option(
            names = "--context",
            paramLabel = "TEXT",
            description =
                    "What came before: earlier calls as a JSON list of {tool, params, result}, or any text; @FILE or -.")
    private String context = "";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ReflectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Invocation call = Invocation.parse(tool, params)
                .orElseThrow(() -> new InvalidInputException("--params is no JSON object, expected {\"name\": value}"));
        FailureReport report = new FailureReport(call, text(error), text(context));
        try (OpenTools open = OpenTools.of(terminal, source)) {
            Reflection reflection = open.use().reflect(report);
            if (json.wanted()) {
                JsonOption.print(terminal, ReflectionJson.tree(reflection));
            } else {
                print(reflection);
            }
        }
        return ExitCode.DONE;
    }

    private String text(String given) throws IOException {
        if (given.equals("-")) {
            StringWriter all = new StringWriter();
            terminal.in().transferTo(all);
            return all.toString();
        }
        if (!given.startsWith("@")) {
            return given;
        }
        try {
            return Files.readString(Path.of(given.substring(1)));
        } catch (IOException e) {
            throw new AmbitException(given.substring(1) + " cannot be read: " + e, e);
        }
    }

    private void print(Reflection reflection) {
        PrintWriter out = terminal.out();
        out.printf("%s: %s%n", reflection.failure().label(), reflection.cause());
        out.printf("told by: %s%n", reflection.statement());
        out.printf(
                "advice: %s%s. %s%n",
                reflection.advice().label(),
                reflection.pause() == null ? "" : " after " + reflection.pause().toMillis() + " ms",
                reflection.next());
        if (reflection.recovery() != null) {
            out.printf("worked before: %s%n", reflection.recovery().worked().canonical());
        }
        if (reflection.corrected() != null) {
            out.printf("corrected: %s%n", reflection.corrected().canonical());
        }
        if (!reflection.patterns().isEmpty()) {
            out.printf("by patterns: %s%n", String.join(", ", reflection.patterns()));
        }
        out.flush();
    }
}
