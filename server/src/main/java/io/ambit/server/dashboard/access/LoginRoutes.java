package io.ambit.server.dashboard.access;

import io.ambit.server.dashboard.page.Screen;
import io.ambit.server.rest.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Lets a browser in: a program with the token asks for a code, and the browser gives it for a cookie. */
public final class LoginRoutes {
    /** A path on this server: what begins with two slashes or a backslash would lead to another. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/?&=%._~+:@-]{0,500}");

    private final LoginCodes codes;
    private final BrowserSessions sessions;
    private final Screen screen;

    public LoginRoutes(LoginCodes codes, BrowserSessions sessions, Screen screen) {
        this.codes = codes;
        this.sessions = sessions;
        this.screen = screen;
    }

    /** Adds the paths; the token is asked for before {@code /rest}. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.post("/rest/login-code", this::issue);
        routes.get("/login", this::redeem);
        routes.post("/logout", gate.changing(this::close));
    }

    private void issue(Context context) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String code = codes.issue();
        answer.put("code", code);
        answer.put("path", "/login?code=" + code);
        answer.put("seconds", LoginCodes.LIFE.toSeconds());
        context.header("Cache-Control", "no-store");
        Answers.json(context, 201, answer);
    }

    private void redeem(Context context) {
        String code = context.queryParam("code");
        if (code == null || !codes.redeem(code)) {
            screen.login(context, code == null ? "" : "This link was used already, or is older than two minutes.");
            return;
        }
        Cookie cookie = new Cookie(Gate.cookieName(context), sessions.open());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        cookie.setSecure(context.req().isSecure());
        context.cookie(cookie);
        String wanted = context.queryParam("to");
        screen.redirect(context, wanted != null && LOCAL.matcher(wanted).matches() ? wanted : "/");
    }

    private void close(Context context, Visitor visitor) {
        String name = Gate.cookieName(context);
        String secret = context.cookie(name);
        if (secret != null) {
            sessions.close(secret);
        }
        context.removeCookie(name, "/");
        screen.redirect(context, "/");
    }
}
