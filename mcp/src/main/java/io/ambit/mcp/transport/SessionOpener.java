package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.Map;

/** Opens a session for a client that has introduced itself. Thread-safe. */
public interface SessionOpener {

    /**
     * A session, and what the client is told of this server.
     *
     * @param revision of the protocol that both speak
     * @param answer the result of {@code initialize}, as a tree of JSON
     */
    record Opened(McpStreamableServerSession session, String revision, Map<String, Object> answer) {}

    /**
     * Opens one.
     *
     * @throws io.ambit.core.error.AmbitException where the connection asks for something that is not there
     */
    Opened open(InitializeRequest request, Connection connection);
}
