package io.ambit.server;

import io.ambit.core.context.Policies;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.gateway.GatewaySettings;
import io.ambit.mcp.AmbitMcp;
import io.ambit.mcp.McpSettings;
import io.ambit.server.conformance.FixtureOffer;
import io.ambit.server.mcp.McpMount;
import io.ambit.store.SqliteLedger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server with the fixtures of the conformance suite in the place of Ambit's own tools, for a run of that suite: it
 * listens on a free port, says its address on standard output, and ends with its input.
 */
public final class ConformanceServer {
    private ConformanceServer() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("ambit-conformance");
        ServerSettings settings =
                new ServerSettings(ServerSettings.DEFAULT_HOST, 0, List.of(), "", false, Duration.ofSeconds(1));
        try (Ledger ledger = SqliteLedger.open(data);
                AmbitServer server = AmbitServer.start(
                        settings,
                        GatewaySettings.of(URI.create("http://127.0.0.1:1"), Policies.parse("off")),
                        Served.of(ledger),
                        mount(ledger))) {
            System.out.println("http://127.0.0.1:" + server.port() + McpMount.PATH);
            System.out.flush();
            while (System.in.read() >= 0) {
                // The end of the input is what is waited for.
            }
        }
    }

    static McpMount mount(Ledger ledger) {
        AmbitMcp mcp = new AmbitMcp(
                new McpSettings("1", "/"),
                new NoProjects(),
                () -> ledger,
                new ToolUses(space -> {
                    throw new IllegalStateException("no project of " + space);
                }),
                new FixtureOffer());
        return new McpMount(mcp, mcp::close);
    }

    /** No fixture works in a project. */
    private static final class NoProjects implements Projects {
        @Override
        public ProjectContext inSpace(Space space) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProjectContext inFolder(String folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ProjectContext> ofSpace(Space space) {
            return Optional.empty();
        }

        @Override
        public List<ProjectContext> known() {
            return List.of();
        }
    }
}
