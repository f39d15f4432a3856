package io.ambit.server.dashboard.access;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.server.dashboard.page.Screen;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every page: who has neither the cookie of a browser session nor the token sees how to log in, and what
 * changes something needs the visitor's CSRF token too, beside the cookie's {@code SameSite}.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** Answers who was let in. */
    public interface Page {
        /** What it throws becomes a page that says so. */
        void answer(Context context, Visitor visitor);
    }

    private final Predicate<Context> hasToken;
    private final BrowserSessions sessions;
    private final Screen screen;
    /** Who shows the token itself, or needs none, has no session: one for them all. */
    private final Visitor tokenHolder = new Visitor(Secret.fresh());

    /** @param hasToken whether a request carries the token, or none is asked for */
    public Gate(Predicate<Context> hasToken, BrowserSessions sessions, Screen screen) {
        this.hasToken = hasToken;
        this.sessions = sessions;
        this.screen = screen;
    }

    /** A page that changes nothing. */
    public Handler reading(Page page) {
        return context ->
                visitor(context).ifPresentOrElse(visitor -> answer(page, context, visitor), () -> refuse(context));
    }

    /** A page that changes something. */
    public Handler changing(Page page) {
        return reading((context, visitor) -> {
            String shown = context.header("X-Ambit-Csrf");
            if (shown == null) {
                shown = context.formParam("csrf");
            }
            if (shown == null || !Secret.same(shown, visitor.csrf())) {
                screen.problem(
                        context,
                        visitor.csrf(),
                        403,
                        "This form is not from a page of this session. Go back, load the page again and repeat.");
                return;
            }
            page.answer(context, visitor);
        });
    }

    /** Whether the request comes from a browser that logged in. */
    public boolean hasSession(Context context) {
        return session(context).isPresent();
    }

    private Optional<Visitor> session(Context context) {
        String secret = context.cookie(cookieName(context));
        return secret == null ? Optional.empty() : sessions.find(secret);
    }

    private Optional<Visitor> visitor(Context context) {
        return session(context).or(() -> hasToken.test(context) ? Optional.of(tokenHolder) : Optional.empty());
    }

    /** Cookies know no ports: without it, two servers of one machine would log each other's browsers out. */
    static String cookieName(Context context) {
        return "ambit-session-" + context.req().getLocalPort();
    }

    private void refuse(Context context) {
        screen.login(context, "");
    }

    private void answer(Page page, Context context, Visitor visitor) {
        try {
            page.answer(context, visitor);
        } catch (InvalidInputException e) {
            screen.problem(context, visitor.csrf(), 400, message(e));
        } catch (AmbitException e) {
            LOG.warn("{} {} failed", context.method(), context.path(), e);
            screen.problem(context, visitor.csrf(), e.retriable() ? 503 : 500, message(e));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            screen.problem(context, visitor.csrf(), 500, "The server failed; its log says how.");
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
