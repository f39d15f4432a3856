package io.ambit.mcp.transport;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** The id of the request that is being answered: the SDK does not hand it on, and cancelling needs it. */
public final class RequestId {
    private static final String KEY = "ambit.request";

    private RequestId() {}

    /** Of the request that an exchange belongs to; null in a notification. */
    public static @Nullable Object of(McpAsyncServerExchange exchange) {
        return exchange.transportContext().get(KEY);
    }

    static Context in(Context context, Object id) {
        return context.put(McpTransportContext.KEY, McpTransportContext.create(Map.of(KEY, id)));
    }
}
