package io.ambit.cli.connect;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All clients that Ambit knows, in the order in which they are shown. */
record Clients(List<Client> all) {
    Clients {
        all = List.copyOf(all);
    }

    static Clients of(Terminal terminal) {
        Places places = Places.of(terminal);
        Program program = Program.of(terminal);
        Path home = places.userHome();
        Path desktop = Places.isMac()
                ? home.resolve("Library/Application Support/Claude")
                : places.folder("XDG_CONFIG_HOME", ".config").resolve("Claude");
        return new Clients(List.of(
                new ClaudeCode(places, program),
                new Codex(places, program),
                new Opencode(places, program),
                new QwenCode(places, program),
                new Pi(places, program),
                shown("cursor", "Cursor", home.resolve(".cursor"), "mcp.json", "mcpServers", program),
                vsCode(places, program),
                shown("claude-desktop", "Claude Desktop", desktop, "claude_desktop_config.json", "mcpServers", program),
                shown("kiro", "Kiro", home.resolve(".kiro"), "settings/mcp.json", "mcpServers", program)));
    }

    Client named(String name) {
        return all.stream()
                .filter(client -> client.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("client '" + name + "', expected one of "
                        + all.stream().map(Client::name).collect(Collectors.joining(", "))));
    }

    private static Client shown(String name, String title, Path folder, String file, String member, Program program) {
        JsonMember server = new JsonMember(List.of(member, "ambit"), program.server());
        return new ShownClient(name, title, folder, new Change("MCP server", folder.resolve(file), server));
    }

    private static Client vsCode(Places places, Program program) {
        JsonMember server = new JsonMember(
                List.of("servers", "ambit"),
                JsonTree.object(
                        "type",
                        "stdio",
                        "command",
                        program.command(),
                        "args",
                        List.of("mcp"),
                        "env",
                        program.environment()));
        Path file = Path.of(".vscode", "mcp.json").toAbsolutePath();
        return new ShownClient(
                "vscode", "VS Code", places.userHome().resolve(".vscode"), new Change("MCP server", file, server));
    }
}
