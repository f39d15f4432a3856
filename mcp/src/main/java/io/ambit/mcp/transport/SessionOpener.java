package io.ambit.mcp.transport;

import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpStreamableServerSession;

/** Opens a session for a client that has introduced itself. Thread-safe. */
public interface SessionOpener {

    /**
     * A session, and what the client is told of this server.
     *
     * @param answer with the revision of the protocol that both speak
     */
    record Opened(McpStreamableServerSession session, InitializeResult answer) {}

    /**
     * Opens one.
     *
     * @throws io.ambit.core.error.AmbitException where the connection asks for something that is not there
     */
    Opened open(InitializeRequest request, Connection connection);
}
