package io.ambit.gateway.route;

import io.ambit.core.routing.Sampling;
import io.ambit.core.session.Route;
import io.ambit.wire.Translation;
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
 * @param others where else it may be sent, in order, should this one not take it
 */
public record Destination(
        UpstreamSettings upstream,
        String model,
        @Nullable Translation translation,
        Sampling fill,
        int windowTokens,
        Route route,
        List<Destination> others) {

    public Destination {
        others = List.copyOf(others);
    }

    /** There, as it came. */
    public static Destination asItCame(UpstreamSettings upstream) {
        return new Destination(upstream, "", null, Sampling.OPEN, upstream.windowTokens(), Route.NONE, List.of());
    }

    public Destination withOthers(List<Destination> next) {
        return new Destination(upstream, model, translation, fill, windowTokens, route, next);
    }

    public Destination withRoute(Route other) {
        return new Destination(upstream, model, translation, fill, windowTokens, other, others);
    }

    public Destination withTranslation(Translation into) {
        return new Destination(upstream, model, into, fill, windowTokens, route, others);
    }

    public Destination withFill(Sampling fields) {
        return new Destination(upstream, model, translation, fields, windowTokens, route, others);
    }

    public Destination withWindowTokens(int tokens) {
        return new Destination(upstream, model, translation, fill, tokens, route, others);
    }

    /** The path, with its query, that a request for {@code target} is sent to. */
    public String target(String target) {
        return translation == null ? target : translation.to().path();
    }
}
