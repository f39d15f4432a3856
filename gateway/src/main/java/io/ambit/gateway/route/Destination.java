package io.ambit.gateway.route;

import io.ambit.core.routing.Sampling;
import io.ambit.core.session.Route;
import io.ambit.wire.Translation;
import io.ambit.wire.WindowTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is sent.
 *
 * @param model the name to send in place of the client's, "" to leave that
 * @param translation null where the upstream takes the request as it is
 * @param fill sampling fields that the model's profile adds where the client left them open
 * @param windowTokens what the model takes, 0 where that is not known
 * @param route what the ledger is to have of it
 * @param promptTokens what of the window a request may have, as Ambit counts, 0 for all of it
 * @param terms what is asked of the model's window
 * @param others where else it may be sent, in order, should this one not take it
 */
public record Destination(
        UpstreamSettings upstream,
        String model,
        @Nullable Translation translation,
        Sampling fill,
        int windowTokens,
        Route route,
        int promptTokens,
        WindowTerms terms,
        List<Destination> others) {

    public Destination {
        others = List.copyOf(others);
    }

    /** With nothing more to say of the window, and nowhere else to go. */
    public Destination(
            UpstreamSettings upstream,
            String model,
            @Nullable Translation translation,
            Sampling fill,
            int windowTokens,
            Route route) {
        this(upstream, model, translation, fill, windowTokens, route, 0, WindowTerms.OPEN, List.of());
    }

    /** There, as it came. */
    public static Destination asItCame(UpstreamSettings upstream) {
        return new Destination(upstream, "", null, Sampling.OPEN, upstream.windowTokens(), Route.NONE);
    }

    public Destination withOthers(List<Destination> next) {
        return new Destination(upstream, model, translation, fill, windowTokens, route, promptTokens, terms, next);
    }

    public Destination withRoute(Route other) {
        return new Destination(upstream, model, translation, fill, windowTokens, other, promptTokens, terms, others);
    }

    public Destination withTranslation(Translation into) {
        return new Destination(upstream, model, into, fill, windowTokens, route, promptTokens, terms, others);
    }

    public Destination withFill(Sampling fields) {
        return new Destination(upstream, model, translation, fields, windowTokens, route, promptTokens, terms, others);
    }

    /** The same for a model of another window. */
    public Destination withWindow(int tokens) {
        return new Destination(upstream, model, translation, fill, tokens, route, promptTokens, terms, others);
    }

    /** The same, under another name of the model's and with other terms for its window. */
    public Destination withModel(String name, int tokens, int prompt, WindowTerms asked) {
        return new Destination(upstream, name, translation, fill, tokens, route, prompt, asked, others);
    }

    /** The most tokens that a request may have, as Ambit counts; 0 where that is not known. */
    public int requestTokens() {
        return promptTokens > 0 ? promptTokens : windowTokens;
    }

    /** The path, with its query, that a request for {@code target} is sent to. */
    public String target(String target) {
        return translation == null ? target : translation.to().path();
    }
}
