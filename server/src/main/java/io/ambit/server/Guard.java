package io.ambit.server;

import io.ambit.gateway.Gateway;
import io.ambit.gateway.http.Headers;
import io.ambit.server.door.Allowance;
import io.ambit.server.door.ClientName;
import io.ambit.server.door.Traffic;
import io.ambit.server.rest.Answers;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stands before every path, and lets a request in or says why not: in the form of its client's wire format where it was
 * to be forwarded, else in that of all of Ambit's own errors.
 */
final class Guard {
    /** Seconds after which a client may try again while the server stops: it may be back by then. */
    private static final int STOPPING_SECONDS = 5;

    /** Whoever watches over the server may always ask these; they tell nothing that was recorded. */
    private static final Set<String> WATCHED = Set.of("/healthz", "/readyz");

    private final Door door;
    private final Gateway gateway;
    private final Traffic traffic;
    private final Allowance allowance;
    private Predicate<Context> browser = context -> false;

    Guard(Door door, Gateway gateway, Traffic traffic, Allowance allowance) {
        this.door = door;
        this.gateway = gateway;
        this.traffic = traffic;
        this.allowance = allowance;
    }

    /** @param session whether a request comes from a browser that logged in with the token */
    void admit(Predicate<Context> session) {
        browser = session;
    }

    /** Refuses who may not ask, before anything else is done. */
    void guard(Context context) {
        String refusal = door.refusal(context.header("Host"), context.header("Origin"));
        if (refusal != null) {
            refuse(context, 403, "forbidden", refusal, 0);
            return;
        }
        Headers headers = JettyExchange.fields(context.req());
        if (door.asksEverybody() && !door.hasToken(headers) && !mayLogIn(context)) {
            context.header("WWW-Authenticate", "Bearer");
            refuse(context, 401, "token_required", "this server is open to other machines: it asks for its token", 0);
            return;
        }
        if (WATCHED.contains(context.path())) {
            return;
        }
        if (traffic.isStopping()) {
            refuse(context, 503, "stopping", "the server is stopping", STOPPING_SECONDS);
            return;
        }
        if (allowance.isBounded()) {
            int wait = allowance.take(ClientName.of(context.req().getRemoteAddr(), headers));
            if (wait > 0) {
                refuse(
                        context,
                        429,
                        "too_many_requests",
                        "more requests than limits.requests allows one client; the next may come in " + wait + " s",
                        wait);
            }
        }
    }

    /** Asks for the token before anything stored is read or changed. */
    void guardStored(Context context) {
        if (!hasToken(context)) {
            context.header("WWW-Authenticate", "Bearer");
            refuse(context, 401, "token_required", "stored text is shown to holders of the token only", 0);
        }
    }

    boolean hasToken(Context context) {
        return door.hasToken(JettyExchange.fields(context.req()));
    }

    /** Whether the token is shown, where none is asked for too. */
    boolean showsToken(Context context) {
        return door.showsToken(JettyExchange.fields(context.req()));
    }

    /** A browser can show no token: it gives a code that a program with the token asked for, and gets a cookie. */
    private boolean mayLogIn(Context context) {
        return context.path().equals("/login") || (!ForwardedPath.isOne(context.path()) && browser.test(context));
    }

    /** @param retryAfter seconds, 0 for none */
    private void refuse(Context context, int status, String code, String message, int retryAfter) {
        Headers more = retryAfter > 0 ? Headers.NONE.with("Retry-After", Integer.toString(retryAfter)) : Headers.NONE;
        if (status == 503) {
            more = more.with("Connection", "close");
        }
        if (ForwardedPath.isOne(context.req().getRequestURI()) && status != 403) {
            gateway.refuse(JettyExchange.unread(context.req(), context.res()), status, code, message, more);
        } else {
            more.fields().forEach(field -> context.header(field.name(), field.value()));
            Answers.error(context, status, code, message);
        }
        context.skipRemainingHandlers();
    }
}
