package io.ambit.server.rest;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in JSON, and errors in the one form that all of them have. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String JSON = "application/json";

    private Answers() {}

    public static void json(Context context, int status, Map<String, ?> tree) {
        context.header("X-Content-Type-Options", "nosniff");
        context.status(status).contentType(JSON).result(JsonTree.write(tree));
    }

    /** The form of OpenAI's errors, which clients of this server read. */
    public static void error(Context context, int status, String code, String message) {
        String type = status >= 500 ? "server_error" : "invalid_request_error";
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", null);
        error.put("code", code);
        json(context, status, Map.of("error", error));
    }

    /** What became of a handler that failed. The log has the whole of it, the client one line. */
    public static void failed(Context context, Exception e) {
        if (context.res().isCommitted()) {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            return;
        }
        switch (e) {
            case InvalidInputException wrong -> error(context, 400, "invalid_parameter", message(wrong));
            case AmbitException busy
            when busy.retriable() -> {
                LOG.warn("{} {} cannot be answered now", context.method(), context.path(), e);
                error(context, 503, "try_again", message(busy));
            }
            default -> {
                LOG.error("{} {} failed", context.method(), context.path(), e);
                boolean told = e instanceof AmbitException;
                error(context, 500, "internal_error", told ? message(e) : "the server failed; see its log");
            }
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
