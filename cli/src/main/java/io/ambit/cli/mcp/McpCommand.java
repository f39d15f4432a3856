package io.ambit.cli.mcp;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.mcp.tool.set.ToolSet;
import io.ambit.mcp.transport.Connection;
import io.ambit.mcp.transport.RemoteSession;
import io.ambit.mcp.transport.StdioBridge;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ambit mcp}. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = "Serve backlog, memory and context to an agent over the Model Context Protocol, on standard "
                + "input and output. Agents start this; 'ambit connect' shows how they are told to.",
        footer = {"", "Example:", "  ambit mcp --tools core,memory_forget"})
public final class McpCommand implements Callable<Integer> {
    @Option(
            names = "--tools",
            paramLabel = "NAMES",
            description = "Offer these tools: core, all, or names with commas between them. [core]")
    private String tools = ToolSet.CORE;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "Work in the project of this space; without it in that of the client's folder.")
    private @Nullable Space space;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The folder that the client works in, where it says none itself. [the current one]")
    private Path folder = Path.of("");

    private final Terminal terminal;
    private final Supplier<Optional<String>> running;

    /**
     * The command.
     *
     * @param running address of the Ambit server that runs on the data folder, where one does
     */
    public McpCommand(Terminal terminal, Supplier<Optional<String>> running) {
        this.terminal = terminal;
        this.running = running;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Connection connection = connection();
        InputStream in = System.in;
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        // Only the protocol goes to standard output: what anything prints there by mistake goes elsewhere.
        System.setOut(System.err);
        terminal.home().createLogs();
        Optional<String> server = running.get();
        if (server.isPresent()) {
            try (RemoteSession remote =
                    new RemoteSession(endpoint(server.get(), connection), AccessToken.of(terminal.home()))) {
                if (remote.isThere()) {
                    new StdioBridge(in, out, remote).run();
                    return ExitCode.DONE;
                }
            }
        }
        try (McpProcess process = McpProcess.of(terminal)) {
            process.serve(in, out, connection);
        }
        return ExitCode.DONE;
    }

    private Connection connection() {
        ToolSet.of(tools);
        if (!Files.isDirectory(folder)) {
            throw new AmbitException(folder + " is not there, expected a folder");
        }
        return new Connection(folder.toAbsolutePath().normalize().toString(), space == null ? null : space.id(), tools);
    }

    private static URI endpoint(String server, Connection connection) {
        String query = "?tools=" + encoded(connection.tools()) + "&folder=" + encoded(connection.folder());
        String named = connection.space() == null ? "" : "&space=" + encoded(connection.space());
        return URI.create(server + "/mcp" + query + named);
    }

    private static String encoded(@Nullable String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
