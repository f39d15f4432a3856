package io.ambit.cli.connect;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.text.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How another program starts and reaches Ambit.
 *
 * @param command the launcher's full path, since agents rarely have the user's {@code PATH}; a bare {@code ambit} where
 *     it is not known
 * @param environment what has to be set, so that the agent's Ambit works on the same data
 * @param base address of the gateway
 */
public record Program(String command, Map<String, String> environment, String base) {
    private static final String HOME = "AMBIT_HOME";

    /** As the settings and the launcher say. */
    public static Program of(Terminal terminal) {
        String root = System.getProperty("ambit.home", "");
        Path launcher = Path.of(root, "ambit");
        boolean known = !root.isEmpty() && Files.isExecutable(launcher);
        String home = terminal.environment().getOrDefault(HOME, "");
        return new Program(
                known ? launcher.toString() : "ambit",
                home.isEmpty()
                        ? Map.of()
                        : Map.of(HOME, terminal.home().folder().toString()),
                "http://127.0.0.1:" + terminal.config().port());
    }

    /** The launcher and {@code mcp}. */
    public List<String> mcp() {
        return List.of(command, "mcp");
    }

    /** The MCP server as most clients take it: command, arguments, environment. */
    Map<String, Object> server() {
        return JsonTree.object("command", command, "args", List.of("mcp"), "env", environment);
    }

    /** A line for a shell. */
    String line(String arguments) {
        StringBuilder line = new StringBuilder();
        environment.forEach((name, value) ->
                line.append(name).append('=').append(quoted(value)).append(' '));
        return line + quoted(command) + " " + arguments;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
