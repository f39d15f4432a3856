package io.ambit.mcp;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Client;
import io.ambit.mcp.session.Params;
import io.ambit.mcp.session.Stored;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The methods of a server as the SDK's sessions call them: no failure leaves but as a message that is fit for clients. */
final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final Stored stored;
    private final Map<String, Method> methods = new HashMap<>();

    Handlers(Stored stored, ToolMethods tools, ResourceMethods resources, PromptMethods prompts) {
        this.stored = stored;
        methods.put(McpSchema.METHOD_PING, (call, params) -> Map.of());
        methods.put(McpSchema.METHOD_TOOLS_LIST, tools::list);
        methods.put(McpSchema.METHOD_TOOLS_CALL, tools::call);
        methods.put(McpSchema.METHOD_RESOURCES_LIST, resources::list);
        methods.put(McpSchema.METHOD_RESOURCES_TEMPLATES_LIST, resources::templates);
        methods.put(McpSchema.METHOD_RESOURCES_READ, resources::read);
        methods.put(McpSchema.METHOD_RESOURCES_SUBSCRIBE, resources::subscribe);
        methods.put(McpSchema.METHOD_RESOURCES_UNSUBSCRIBE, resources::unsubscribe);
        methods.put(McpSchema.METHOD_PROMPT_LIST, prompts::list);
        methods.put(McpSchema.METHOD_PROMPT_GET, prompts::get);
        methods.put(McpSchema.METHOD_COMPLETION_COMPLETE, new CompletionMethod(prompts, resources));
        methods.put(McpSchema.METHOD_LOGGING_SET_LEVEL, Handlers::setLevel);
    }

    Map<String, McpRequestHandler<?>> requests(Client client) {
        Map<String, McpRequestHandler<?>> handlers = new HashMap<>();
        methods.forEach((name, method) -> handlers.put(
                name,
                (exchange, params) -> Mono.defer(() -> answer(name, method, client, exchange, Params.of(params)))));
        return handlers;
    }

    static Map<String, McpNotificationHandler> notifications(Client client) {
        Map<String, McpNotificationHandler> handlers = new HashMap<>();
        handlers.put(McpSchema.METHOD_NOTIFICATION_INITIALIZED, (exchange, params) -> Mono.empty());
        handlers.put(
                "notifications/cancelled",
                (exchange, params) -> Mono.fromRunnable(
                        () -> client.cancel(Params.of(params).fields().get("requestId"))));
        handlers.put(
                McpSchema.METHOD_NOTIFICATION_ROOTS_LIST_CHANGED,
                (exchange, params) -> Mono.fromRunnable(client.project()::rootsChanged));
        return handlers;
    }

    private Mono<Object> answer(
            String name, Method method, Client client, McpAsyncServerExchange exchange, Params params) {
        try (Call call = Call.begin(client, stored, exchange, params)) {
            Object answer = method.answer(call, params);
            // Nobody waits for the answer to a request that was given up.
            return call.isCancelled() ? Mono.empty() : Mono.just(answer);
        } catch (McpError e) {
            return Mono.error(e);
        } catch (InvalidInputException e) {
            return error(ErrorCodes.INVALID_PARAMS, String.valueOf(e.getMessage()));
        } catch (AmbitException e) {
            LOG.warn("{} failed", name, e);
            return error(ErrorCodes.INTERNAL_ERROR, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
            return error(ErrorCodes.INTERNAL_ERROR, name + " failed unexpectedly; what happened is in Ambit's log");
        }
    }

    private static Object setLevel(Call call, Params params) {
        String level = params.text("level");
        try {
            call.caller().session().setMinLoggingLevel(LoggingLevel.valueOf(level.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "level '" + level + "', expected one such as debug, info, warning or error", e);
        }
        return Map.of();
    }

    private static Mono<Object> error(int code, String message) {
        return Mono.error(McpError.builder(code).message(message).build());
    }
}
