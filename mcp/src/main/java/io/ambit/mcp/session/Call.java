package io.ambit.mcp.session;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.transport.RequestId;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request while it is answered. */
public final class Call implements ToolCall, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final Client client;
    private final Stored stored;
    private final McpAsyncServerExchange exchange;
    private final @Nullable Object id;
    private final @Nullable Object progressToken;
    private final AtomicBoolean cancelled;
    private double shown = -1;

    private Call(Client client, Stored stored, McpAsyncServerExchange exchange, @Nullable Object progressToken) {
        this.client = client;
        this.stored = stored;
        this.exchange = exchange;
        this.id = RequestId.of(exchange);
        this.progressToken = progressToken;
        this.cancelled = client.begin(id);
    }

    /**
     * A request that has just come.
     *
     * @param params of it
     */
    public static Call begin(Client client, Stored stored, McpAsyncServerExchange exchange, Params params) {
        return new Call(client, stored, exchange, params.progressToken());
    }

    /** What this server does for a client of its own accord. */
    public static Call unasked(Client client, Stored stored) {
        return new Call(client, stored, client.exchange(), null);
    }

    public Client caller() {
        return client;
    }

    /** Whether a client's request is answered, and not only looked whether something changed. */
    public boolean isAsked() {
        return id != null;
    }

    public McpAsyncServerExchange exchange() {
        return exchange;
    }

    @Override
    public ProjectContext project() {
        return client.project().get(exchange);
    }

    @Override
    public Ledger ledger() {
        return stored.ledger().get();
    }

    @Override
    public ToolUse tools() {
        return stored.tools().of(project());
    }

    @Override
    public String client() {
        return client.name();
    }

    @Override
    public String session() {
        return client.session().getId();
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        // Each notice has to be further than the one before.
        if (progressToken != null && done > shown && !isCancelled()) {
            shown = done;
            send(
                    "progress",
                    () -> exchange.progressNotification(
                                    new ProgressNotification(progressToken, done, total, message, null))
                            .block());
        }
    }

    /** Tells the client something of how its request goes, where it wants to be told such. */
    public void log(LoggingLevel level, String text) {
        send(
                "log",
                () -> exchange.loggingNotification(new LoggingMessageNotification(level, "ambit", text))
                        .block());
    }

    /** A notice that does not reach the client breaks nothing. */
    private static void send(String what, Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException e) {
            LOG.debug("a notice ({}) did not reach the client: {}", what, e.getMessage());
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public boolean canAsk() {
        return client.capabilities().elicitation() != null;
    }

    @Override
    public Optional<Map<String, Object>> ask(String message, Map<String, Object> schema) {
        if (!canAsk()) {
            return Optional.empty();
        }
        try {
            ElicitResult result = exchange.createElicitation(
                            ElicitFormRequest.builder(message, schema).build())
                    .block();
            if (result != null && result.action() == ElicitResult.Action.ACCEPT) {
                Map<String, Object> content = result.content();
                return Optional.of(content == null ? Map.of() : content);
            }
        } catch (RuntimeException e) {
            LOG.info("the person behind {} could not be asked: {}", client.name(), e.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client.end(id);
    }
}
