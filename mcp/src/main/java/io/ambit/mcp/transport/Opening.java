package io.ambit.mcp.transport;

import io.ambit.core.error.AmbitException;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.Elicitation;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.RootCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.Sampling;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first request of a client; read by hand, because it is answered before all that a mapper needs is loaded. */
final class Opening {
    private Opening() {}

    static SessionOpener.Opened of(SessionOpener opener, JSONRPCRequest request, Connection connection)
            throws BadMessageException {
        InitializeRequest parameters = request.params() instanceof Map<?, ?> params ? read(params) : null;
        if (parameters == null) {
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

    private static @Nullable InitializeRequest read(Map<?, ?> params) {
        return params.get("protocolVersion") instanceof String revision
                        && params.get("capabilities") instanceof Map<?, ?> capabilities
                        && params.get("clientInfo") instanceof Map<?, ?> client
                        && client.get("name") instanceof String name
                ? new InitializeRequest(
                        revision,
                        capabilities(capabilities),
                        Implementation.builder(name, client.get("version") instanceof String version ? version : "")
                                .build(),
                        null)
                : null;
    }

    private static ClientCapabilities capabilities(Map<?, ?> named) {
        return new ClientCapabilities(
                null,
                named.get("roots") instanceof Map<?, ?> roots
                        ? new RootCapabilities(Boolean.TRUE.equals(roots.get("listChanged")))
                        : null,
                named.get("sampling") instanceof Map ? new Sampling() : null,
                named.get("elicitation") instanceof Map<?, ?> kinds ? elicitation(kinds) : null);
    }

    private static Elicitation elicitation(Map<?, ?> kinds) {
        return new Elicitation(
                kinds.containsKey("form") ? new Elicitation.Form() : null,
                kinds.containsKey("url") ? new Elicitation.Url() : null);
    }
}
