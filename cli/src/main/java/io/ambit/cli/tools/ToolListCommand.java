package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit tools list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the tools that agents were offered, with what each costs a request that carries it.",
        footer = {"", "Example:", "  ambit tools list --tools tools.json"})
final class ToolListCommand implements Callable<Integer> {
    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ToolListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenTools open = OpenTools.of(terminal, source)) {
            List<ToolDefinition> tools = open.use().tools();
            TokenCounter tokens = new BpeTokenCounter();
            if (json.wanted()) {
                JsonOption.print(
                        terminal,
                        Map.of(
                                "tools",
                                tools.stream().map(tool -> tree(tool, tokens)).toList()));
            } else if (tools.isEmpty()) {
                terminal.say("no tools were offered in space " + open.use().space()
                        + " yet; --tools FILE takes definitions from a file");
            } else {
                TextTable table = new TextTable("TOOL", "SERVER", "TOKENS", "DESCRIPTION");
                tools.forEach(tool -> table.add(List.of(
                        tool.name(), tool.server(), Integer.toString(tokens.count(tool.text())), tool.description())));
                table.print(terminal.out());
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> tree(ToolDefinition tool, TokenCounter tokens) {
        return JsonTree.object(
                "name",
                tool.name(),
                "server",
                tool.server(),
                "description",
                tool.description(),
                "inputSchema",
                tool.inputSchema(),
                "tokens",
                tokens.count(tool.text()));
    }
}
