package io.ambit.gateway.route;

import java.util.List;

/** How an upstream is asked for its models. */
@FunctionalInterface
public interface ModelQuestion {
    /**
     * The names of its models, in its own order.
     *
     * @throws io.ambit.core.error.AmbitException where it gives no list that can be read
     */
    List<String> models(UpstreamSettings upstream);

    /** Nothing is asked, so that nothing is known. */
    static ModelQuestion none() {
        return upstream -> List.of();
    }
}
