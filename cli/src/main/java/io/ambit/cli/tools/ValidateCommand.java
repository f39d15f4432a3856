package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.Certainty;
import io.ambit.core.tooluse.check.CheckRequest;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.CheckedJson;
import io.ambit.mcp.tool.set.ToolSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit tools validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Check a call of a tool before it is made: names, types, values, and for the tools of the backlog "
                        + "ids and status. Ends with 1 where the call is wrong.",
        footer = {
            "",
            "Examples:",
            "  ambit tools validate backlog_get --params '{\"id\":\"TASK-24\"}'",
            "  ambit tools validate get_weather --params @call.json --tools tools.json"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final long MAX_BYTES = 16L << 20;

    @Parameters(paramLabel = "TOOL", description = "The tool's name, as it would be called.")
    private String tool = "";

    @Option(
            names = "--params",
            paramLabel = "JSON",
            description = "What it would be called with: a JSON object, @FILE, or - for standard input. [{}]")
    private String params = "{}";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Invocation call = Invocation.parse(tool, text())
                .orElseThrow(() -> new InvalidInputException("--params, expected a JSON object such as {\"id\": 7}"));
        // Ambit's own tools are known without a file; with one it is the whole truth.
        List<ToolDefinition> own = source.given() == null ? ToolSet.all().definitions() : List.of();
        try (OpenTools open = OpenTools.of(terminal, source)) {
            Checked checked = open.use().check(new CheckRequest(call, own));
            if (json.wanted()) {
                JsonOption.print(terminal, CheckedJson.tree(checked));
            } else {
                print(checked, terminal.out());
            }
            return checked.isValid() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private String text() throws IOException {
        if (params.equals("-")) {
            StringWriter all = new StringWriter();
            terminal.in().transferTo(all);
            return all.toString();
        }
        if (!params.startsWith("@")) {
            return params;
        }
        Path file = Path.of(params.substring(1));
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new AmbitException(file + " is larger than " + MAX_BYTES + " bytes, expected one call");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new AmbitException(file + " cannot be read: " + e, e);
        }
    }

    private static void print(Checked checked, PrintWriter out) {
        out.println(checked.call().tool() + ": " + checked.verdict());
        if (!checked.findings().isEmpty()) {
            TextTable table = new TextTable("CLASS", "WHERE", "REASON");
            checked.findings()
                    .forEach(finding -> table.add(List.of(finding.fault().label(), finding.path(), finding.reason())));
            table.print(out);
        }
        checked.proposed()
                .ifPresent(proposed ->
                        out.println((checked.certainty() == Certainty.CERTAIN ? "corrected: " : "meant, probably: ")
                                + proposed.tool()
                                + ' '
                                + JsonTree.write(proposed.arguments())));
        out.flush();
    }
}
