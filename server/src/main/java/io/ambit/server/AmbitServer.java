package io.ambit.server;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.gateway.Gateway;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.route.RegisteredUpstreams;
import io.ambit.server.dashboard.Dashboard;
import io.ambit.server.door.Allowance;
import io.ambit.server.door.Limits;
import io.ambit.server.door.Traffic;
import io.ambit.server.mcp.McpMount;
import io.ambit.server.rest.MemoryRest;
import io.ambit.server.rest.ToolRest;
import io.ambit.server.run.ActivityHandler;
import io.ambit.server.run.AgentRuns;
import io.ambit.server.run.RunRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP surface of Ambit while it runs. */
public final class AmbitServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AmbitServer.class);
    /** Clients that come all at once wait here. */
    private static final int BACKLOG = 1024;

    /** Each open answer holds one. */
    private static final int OUTPUT_BYTES = 4 * 1024;

    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.HEAD,
            HandlerType.OPTIONS,
            HandlerType.QUERY);

    /** For connections to be closed when nothing runs any more. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

    /** The same where the time is over. */
    private static final Duration NO_MOMENT = Duration.ofMillis(50);

    private final Javalin javalin;
    private final Gateway gateway;
    private final ServerConnector connector;
    private final @Nullable McpMount mcp;
    private final Traffic traffic;
    private final Duration drain;

    private AmbitServer(
            Javalin javalin,
            Gateway gateway,
            ServerConnector connector,
            @Nullable McpMount mcp,
            Traffic traffic,
            Duration drain) {
        this.traffic = traffic;
        this.drain = drain;
        this.javalin = javalin;
        this.gateway = gateway;
        this.connector = connector;
        this.mcp = mcp;
    }

    /**
     * Listens; returns when connections are accepted.
     *
     * @param ledger stays the caller's to close, after the server
     * @throws AmbitException where the port is taken
     */
    public static AmbitServer start(ServerSettings settings, GatewaySettings upstream, Ledger ledger) {
        return start(settings, upstream, Served.of(ledger));
    }

    /** The same, with memory under {@code /rest/memory}, and the projects' backlogs and tools; with these, MCP. */
    public static AmbitServer start(ServerSettings settings, GatewaySettings upstream, Served served) {
        return start(settings, upstream, served, runs(settings));
    }

    /**
     * The same.
     *
     * @param runs the agents that are started with it
     */
    public static AmbitServer start(ServerSettings settings, GatewaySettings upstream, Served served, AgentRuns runs) {
        Projects projects = served.projects();
        ToolUses tools = served.tools();
        McpMount mcp = projects == null || tools == null ? null : McpMount.of(projects, served.ledger(), tools);
        return start(settings, upstream, served, mcp, runs);
    }

    /**
     * The same, with a server of MCP of any kind.
     *
     * @param mcp closed with the server; null for a server without
     */
    static AmbitServer start(ServerSettings settings, GatewaySettings upstream, Served served, @Nullable McpMount mcp) {
        return start(settings, upstream, served, mcp, runs(settings));
    }

    private static AgentRuns runs(ServerSettings settings) {
        return new AgentRuns(new RegisteredUpstreams(settings.token(), List.of(), all -> {}), System::nanoTime);
    }

    private static AmbitServer start(
            ServerSettings settings, GatewaySettings upstream, Served served, @Nullable McpMount mcp, AgentRuns runs) {
        Gateway gateway = new Gateway(
                upstream, ServedCodecs.remembering(), served.ledger(), new BpeTokenCounter(), Clock.systemUTC());
        ServerConnector[] connector = new ServerConnector[1];
        Traffic traffic = new Traffic(settings.limits().patience());
        try {
            Javalin javalin = Javalin.create(config -> {
                quiet(config);
                config.jetty.addConnector(
                        (server, http) -> connector[0] = connector(server, http, settings, upstream, traffic));
                config.jetty.modifyServer(server -> {
                    drain(server);
                    server.insertHandler(new ActivityHandler(runs));
                    server.insertHandler(new WebSocketHandshakes());
                });
                // The paths of upstreams are theirs: what a servlet would call ambiguous in them passes.
                config.jetty.modifyServletContextHandler(
                        handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
                routes(config, settings, traffic, gateway, served, mcp, runs);
            });
            javalin.start();
            return new AmbitServer(javalin, gateway, connector[0], mcp, traffic, settings.drain());
        } catch (JavalinBindException e) {
            traffic.close();
            gateway.close();
            throw new AmbitException(
                    "port " + settings.port() + " of " + settings.host()
                            + " cannot be bound: is another program, or another Ambit, listening there?",
                    e);
        } catch (RuntimeException e) {
            traffic.close();
            gateway.close();
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Whether {@link #close} was called: what runs may end, what is new is refused. */
    boolean isStopping() {
        return traffic.isStopping();
    }

    /** Requests whose answers are not complete. */
    public int running() {
        return traffic.running();
    }

    public Gateway gateway() {
        return gateway;
    }

    /**
     * Answers what is new with 503, lets what runs end within the drain time, breaks off what did not, then closes the
     * gateway.
     */
    @Override
    public void close() {
        if (mcp != null) {
            // Its streams stay open for as long as clients like: they would hold up the end.
            mcp.close();
        }
        if (!traffic.drain(drain)) {
            LOG.warn("{} requests did not end in time and are broken off", traffic.running());
            connector.getServer().setStopTimeout(NO_MOMENT.toMillis());
        }
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.debug("what ran was broken off", e);
        } finally {
            traffic.close();
            gateway.close();
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendDateHeader(false);
            http.setSendServerVersion(false);
            http.setOutputBufferSize(OUTPUT_BYTES);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            http.setResponseHeaderSize(MAX_HEADER_BYTES);
            http.setUriCompliance(UriCompliance.UNSAFE);
        });
    }

    /** HTTP/1.1 and nothing else: what a client offers to upgrade to is left unanswered, as it may be. */
    private static ServerConnector connector(
            Server server, HttpConfiguration http, ServerSettings settings, GatewaySettings upstream, Traffic traffic) {
        http.addCustomizer(traffic);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(BACKLOG);
        // A connection is as idle as the upstream it waits for.
        Duration longest =
                upstream.outbound().firstByteTimeout().plus(upstream.outbound().idleTimeout());
        connector.setIdleTimeout(longest.toMillis());
        // At the end a connection that is kept for a next request is closed at once, not when it has been idle for
        // long.
        connector.setShutdownIdleTimeout(1);
        connector.addBean(traffic);
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
        return connector;
    }

    /** What runs had its time before the server is stopped. */
    private static void drain(Server server) {
        server.setStopTimeout(LAST_MOMENT.toMillis());
        server.setStopAtShutdown(false);
        server.insertHandler(new GracefulHandler());
    }

    private static void routes(
            JavalinConfig config,
            ServerSettings settings,
            Traffic traffic,
            Gateway gateway,
            Served served,
            @Nullable McpMount mcp,
            AgentRuns runs) {
        Ledger ledger = served.ledger();
        Memory memory = served.memory();
        Projects projects = served.projects();
        ToolUses tools = served.tools();
        Door door = new Door(settings);
        Limits limits = settings.limits();
        Guard guard = new Guard(door, gateway, traffic, new Allowance(limits.requests(), System::nanoTime));
        Routes routes = new Routes(door, limits, traffic, gateway, ledger, runs);
        config.routes.before(guard::guard);
        config.routes.before("/rest/*", guard::guardStored);
        config.routes.exception(Exception.class, routes::failed);
        for (HandlerType method : METHODS) {
            for (String api : List.of("/v1/*", "/api/*")) {
                config.routes.addHttpHandler(method, api, routes::forward);
                config.routes.addHttpHandler(method, "/s/{space}" + api, routes::forward);
            }
            config.routes.addHttpHandler(method, "/u/{upstream}/*", routes::forwardToOwn);
        }
        config.routes.get("/healthz", routes::health);
        config.routes.get("/readyz", routes::ready);
        config.routes.get("/metrics", routes::metrics);
        config.routes.get("/rest/outputs/{id}", routes::output);
        RunRoutes.register(config.routes, runs, guard::showsToken);
        if (memory != null) {
            MemoryRest.register(config.routes, memory);
        }
        if (projects != null && tools != null) {
            ToolRest.register(config.routes, projects, tools, ledger);
        }
        if (mcp != null) {
            config.routes.before(McpMount.PATH, guard::guardStored);
            mcp.register(config.routes);
        }
        guard.admit(Dashboard.register(config.routes, guard::hasToken, ledger, memory, projects, tools));
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/*", routes::unknown);
        }
    }
}
