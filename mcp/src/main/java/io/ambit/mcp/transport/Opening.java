package io.ambit.mcp.transport;

import io.ambit.core.error.AmbitException;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;

/** The first request of a client. */
final class Opening {
    private Opening() {}

    static SessionOpener.Opened of(SessionOpener opener, JSONRPCRequest request, Connection connection)
            throws BadMessageException {
        InitializeRequest parameters = Json.convertOrNull(request.params(), InitializeRequest.class);
        if (parameters == null || parameters.protocolVersion() == null) {
            throw new BadMessageException(
                    ErrorCodes.INVALID_PARAMS,
                    "initialize: expected protocolVersion, capabilities and clientInfo with name and version",
                    request.id());
        }
        try {
            return opener.open(parameters, connection);
        } catch (AmbitException e) {
            throw new BadMessageException(ErrorCodes.INVALID_PARAMS, String.valueOf(e.getMessage()), request.id());
        }
    }
}
