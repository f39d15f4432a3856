package io.ambit.gateway;

import io.ambit.core.message.Transcript;
import io.ambit.core.message.VolatilePrefix;
import io.ambit.core.session.Route;
import io.ambit.gateway.route.Destination;

/** Notes where a prompt begins with what defeats the prefix cache of a near model server. */
final class PrefixNote {
    private PrefixNote() {}

    /** The way of a request, with the note where it is due: a translation leaves such lines out. */
    static Route on(Destination to, Transcript sent) {
        Route route = to.route();
        return to.translation() == null && to.upstream().isNear()
                ? VolatilePrefix.of(sent)
                        .map(prefix -> route.with(prefix.note()))
                        .orElse(route)
                : route;
    }
}
