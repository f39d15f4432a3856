package io.ambit.gateway.route;

import io.ambit.core.routing.Sampling;
import io.ambit.core.session.Route;
import io.ambit.wire.Translation;
import io.ambit.wire.WindowTerms;
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
 */
public record Destination(
        UpstreamSettings upstream,
        String model,
        @Nullable Translation translation,
        Sampling fill,
        int windowTokens,
        Route route,
        int promptTokens,
        WindowTerms terms) {

    /** With nothing more to say of the window. */
    public Destination(
            UpstreamSettings upstream,
            String model,
            @Nullable Translation translation,
            Sampling fill,
            int windowTokens,
            Route route) {
        this(upstream, model, translation, fill, windowTokens, route, 0, WindowTerms.OPEN);
    }

    /** There, as it came. */
    public static Destination asItCame(UpstreamSettings upstream) {
        return new Destination(upstream, "", null, Sampling.OPEN, upstream.windowTokens(), Route.NONE);
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
