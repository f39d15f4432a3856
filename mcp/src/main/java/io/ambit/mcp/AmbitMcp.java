package io.ambit.mcp;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.mcp.feature.Offer;
import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.session.Client;
import io.ambit.mcp.session.SessionProject;
import io.ambit.mcp.session.Stored;
import io.ambit.mcp.transport.Connection;
import io.ambit.mcp.transport.SessionOpener;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The server: opens sessions for clients on any transport. Built on the sessions and the schema of the SDK; the SDK's
 * own server holds one list of resources and one text of instructions for all clients, and here each client has those
 * of its project. Revision 2025-11-25 of the protocol.
 */
public final class AmbitMcp implements SessionOpener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AmbitMcp.class);
    private static final String REVISION = ProtocolVersions.MCP_2025_11_25;
    private static final Set<String> REVISIONS =
            Set.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, REVISION);

    /** How long a person may take to answer a question. */
    private static final Duration ANSWER = Duration.ofMinutes(30);

    private final McpSettings settings;
    private final Projects projects;
    private final Stored stored;
    private final Offer offer;
    private final ResourceWatch watch;

    /**
     * A server.
     *
     * @param projects stay the caller's to close, after this
     * @param ledger likewise; asked for at the first call that needs it
     * @param tools advice on the tools of projects
     * @param offer what clients are offered
     */
    public AmbitMcp(McpSettings settings, Projects projects, Supplier<Ledger> ledger, ToolUses tools, Offer offer) {
        this.settings = settings;
        this.projects = projects;
        this.stored = new Stored(ledger, tools);
        this.offer = offer;
        this.watch = new ResourceWatch(offer.resources(), stored, settings.look());
    }

    /** Reads the project of a connection, so that a session which is opened for it soon is opened faster. */
    public void prepare(Connection connection) {
        try {
            offer.instructions(new SessionProject(projects, connection, false, settings.home())::early);
        } catch (RuntimeException e) {
            LOG.debug("a project cannot be read ahead: {}", e.getMessage());
        }
    }

    @Override
    public Opened open(InitializeRequest request, Connection connection) {
        List<ServedTool> tools = offer.tools(connection.tools(), watch::wake);
        Handlers handlers = new Handlers(
                stored,
                new ToolMethods(tools),
                new ResourceMethods(offer.resources(), watch),
                new PromptMethods(offer.prompts()));
        boolean hasRoots =
                request.capabilities() != null && request.capabilities().roots() != null;
        Client client = new Client(request, new SessionProject(projects, connection, hasRoots, settings.home()));
        McpStreamableServerSession session = new McpStreamableServerSession(
                UUID.randomUUID().toString(),
                client.capabilities(),
                client.info(),
                ANSWER,
                handlers.requests(client),
                Handlers.notifications(client),
                () -> Mono.fromRunnable(() -> watch.remove(client)));
        client.joins(session);
        String revision = REVISIONS.contains(request.protocolVersion()) ? request.protocolVersion() : REVISION;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("protocolVersion", revision);
        answer.put("capabilities", capabilities(!tools.isEmpty()));
        answer.put("serverInfo", JsonTree.object("name", "ambit", "title", "Ambit", "version", settings.version()));
        answer.put("instructions", instructions(client));
        return new Opened(session, revision, answer);
    }

    private Map<String, Object> capabilities(boolean hasTools) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capabilities.put("completions", Map.of());
        capabilities.put("logging", Map.of());
        if (!offer.prompts().isEmpty()) {
            capabilities.put("prompts", Map.of("listChanged", false));
        }
        if (!offer.resources().isEmpty()) {
            capabilities.put("resources", JsonTree.object("subscribe", true, "listChanged", false));
        }
        if (hasTools) {
            capabilities.put("tools", Map.of("listChanged", false));
        }
        return capabilities;
    }

    /** A project that cannot be read leaves a server that can say so at the first call. */
    private String instructions(Client client) {
        try {
            return offer.instructions(client.project()::early);
        } catch (RuntimeException e) {
            LOG.warn("no instructions for {}", client.name(), e);
            return "";
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
