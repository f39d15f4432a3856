package io.ambit.server.dashboard.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.ambit.core.session.Space;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * Writes pages. Whatever text a template is given is escaped by where it stands; no page may run a script or load a
 * file that is not this server's own, nor stand in a frame of another site.
 */
public final class Screen {
    /** Nothing but what this server serves itself; no script or style inside a page. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Spaces spaces;

    /** @param spaces those that a visitor may choose from */
    public Screen(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Answers with a whole page. */
    public void show(Context context, String csrf, View view) {
        show(context, csrf, 200, view);
    }

    private void show(Context context, String csrf, int status, View view) {
        List<Space> known = csrf.isEmpty() ? List.of() : spaces.all();
        Frame frame = new Frame(view.title(), view.tab(), view.space(), view.needsSpace(), known, csrf, theme(context));
        write(context, status, view, Map.of("frame", frame, "view", view));
    }

    /** Answers with a piece of a page that is there already. */
    public void piece(Context context, View view) {
        write(context, 200, view, Map.of("view", view));
    }

    /** Answers with stored text as nothing but text. */
    public void plain(Context context, byte[] text) {
        protect(context);
        context.contentType("text/plain; charset=utf-8").result(text);
    }

    /** Answers with a page that says what went wrong. */
    public void problem(Context context, String csrf, int status, String message) {
        show(context, csrf, status, new ProblemView(status, message));
    }

    /** Answers with a page that says how to log in. */
    public void login(Context context, String why) {
        show(context, "", 401, new LoginView(why));
    }

    /** Sends the browser on; it asks by GET. */
    public void redirect(Context context, String path) {
        protect(context);
        context.status(303).header("Location", path);
    }

    private void write(Context context, int status, View view, Map<String, Object> values) {
        StringOutput out = new StringOutput(16_384);
        templates.render(view.template(), values, out);
        protect(context);
        context.status(status).contentType("text/html; charset=utf-8").result(out.toString());
    }

    private static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        // Not "no-referrer": browsers would then send "Origin: null" with our own forms, which the door refuses.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
    }

    private static String theme(Context context) {
        String chosen = context.cookie("ambit-theme");
        return "dark".equals(chosen) || "light".equals(chosen) ? chosen : "";
    }

    /**
     * Says that something did not work.
     *
     * @param message what went wrong, and what to do
     */
    public record ProblemView(int status, String message) implements View {
        @Override
        public String template() {
            return "problem.jte";
        }

        @Override
        public String title() {
            return status == 404 ? "Not found" : "That did not work";
        }
    }

    /**
     * Says how to log in.
     *
     * @param why what was wrong with the attempt; "" where there was none
     */
    public record LoginView(String why) implements View {
        @Override
        public String template() {
            return "login.jte";
        }

        @Override
        public String title() {
            return "Log in";
        }
    }
}
