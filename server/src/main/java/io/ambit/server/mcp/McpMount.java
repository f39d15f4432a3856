package io.ambit.server.mcp;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.mcp.AmbitMcp;
import io.ambit.mcp.McpSettings;
import io.ambit.mcp.ProjectOffer;
import io.ambit.mcp.transport.Connection;
import io.ambit.mcp.transport.SessionOpener;
import io.ambit.mcp.transport.StreamableHttp;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mcp}. What a client cannot say in the protocol, the address says: {@code ?folder=}, {@code ?space=} and
 * {@code ?tools=}, or headers of these names after {@code X-Ambit-}.
 */
public final class McpMount implements AutoCloseable {
    public static final String PATH = "/mcp";

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.DELETE,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.HEAD,
            HandlerType.OPTIONS);

    private final StreamableHttp transport;

    private final Runnable closing;

    /**
     * Serves clients.
     *
     * @param closing what else ends with it
     */
    public McpMount(SessionOpener opener, Runnable closing) {
        this.transport = new StreamableHttp(opener);
        this.closing = closing;
    }

    /** Backlog, memory and context of projects; both ports stay the caller's to close, after this. */
    public static McpMount of(Projects projects, Ledger ledger, ToolUses tools) {
        String version = McpMount.class.getPackage().getImplementationVersion();
        AmbitMcp mcp = new AmbitMcp(
                new McpSettings(version == null ? "development" : version, System.getProperty("user.home", "/")),
                projects,
                () -> ledger,
                tools,
                new ProjectOffer());
        return new McpMount(mcp, mcp::close);
    }

    /** Answers at {@link #PATH}; who may ask is checked by handlers that come before. */
    public void register(RoutesConfig routes) {
        for (HandlerType method : METHODS) {
            routes.addHttpHandler(method, PATH, this::handle);
        }
    }

    private void handle(Context context) throws IOException {
        Connection connection =
                new Connection(folder(said(context, "folder")), said(context, "space"), said(context, "tools"));
        try {
            transport.handle(context.req(), context.res(), connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String said(Context context, String name) {
        String value = context.queryParam(name);
        value = value == null ? context.header("X-Ambit-" + name) : value;
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable String folder(@Nullable String name) {
        try {
            return name != null && Path.of(name).isAbsolute() ? name : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Ends all sessions and their streams. */
    @Override
    public void close() {
        transport.close();
        closing.run();
    }
}
