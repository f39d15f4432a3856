package io.ambit.cli.mcp;

import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.project.OpenProjects;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.tools.ToolWiring;
import io.ambit.mcp.AmbitMcp;
import io.ambit.mcp.McpSettings;
import io.ambit.mcp.ProjectOffer;
import io.ambit.mcp.transport.Connection;
import io.ambit.mcp.transport.SessionOpener;
import io.ambit.mcp.transport.StdioServer;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A server for one client in this process: its parts are opened when they are first needed. */
final class McpProcess implements AutoCloseable {
    private final OpenMemory memory;
    private final OpenProjects projects;
    private final AmbitMcp mcp;
    private boolean closed;

    private McpProcess(Terminal terminal) {
        memory = OpenMemory.of(terminal);
        projects = new OpenProjects(
                terminal.home(), terminal.userHome(), memory::memory, memory::stores, memory.embedder());
        String version = McpProcess.class.getPackage().getImplementationVersion();
        mcp = new AmbitMcp(
                new McpSettings(
                        version == null ? "development" : version,
                        terminal.userHome().toString()),
                projects,
                () -> memory.stores().ledger(),
                ToolWiring.of(terminal.home().folder(), memory::stores, memory.embedder()),
                new ProjectOffer());
    }

    static McpProcess of(Terminal terminal) {
        McpProcess process = new McpProcess(terminal);
        // A signal ends the process without the end of its input: what was written is to be in the index all the same.
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "ambit-mcp-stop"));
        return process;
    }

    void serve(InputStream in, OutputStream out, Connection connection) throws IOException, InterruptedException {
        // What the answer to the first request tells of the project is read while the client still writes it.
        Thread.ofPlatform().daemon().name("mcp-project").start(() -> mcp.prepare(connection));
        new StdioServer(in, out, this::open, connection).run();
    }

    /** What the first call would wait for begins when the client has its first answer. */
    private SessionOpener.Opened open(InitializeRequest request, Connection connection) {
        SessionOpener.Opened opened = mcp.open(request, connection);
        Thread.ofVirtual().name("mcp-warm-up").start(memory::warmUp);
        return opened;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            mcp.close();
            projects.close();
            memory.close();
        }
    }
}
