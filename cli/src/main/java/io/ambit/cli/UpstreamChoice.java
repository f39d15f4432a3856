package io.ambit.cli;

import io.ambit.core.error.AmbitException;
import io.ambit.gateway.LocalUpstreams;
import io.ambit.gateway.LocalUpstreams.Found;
import java.net.URI;
import java.util.List;

/**
 * Where requests go.
 *
 * @param looked what was found where, in words; none where an upstream was named
 */
record UpstreamChoice(URI address, List<String> looked) {
    UpstreamChoice {
        looked = List.copyOf(looked);
    }

    /**
     * The configured upstream, else the first model server that answers on this machine.
     *
     * @param configured "" for none
     * @throws AmbitException where there is neither
     */
    static UpstreamChoice of(String configured) {
        if (!configured.isEmpty()) {
            return new UpstreamChoice(URI.create(configured), List.of());
        }
        List<Found> found = LocalUpstreams.discover();
        List<String> looked = found.stream().map(UpstreamChoice::inWords).toList();
        return found.stream()
                .filter(Found::answers)
                .findFirst()
                .map(first -> new UpstreamChoice(first.candidate().address(), looked))
                .orElseThrow(() -> new AmbitException("no model server found: " + String.join("; ", looked)
                        + ". Start one, or name one: ambit start --upstream URL"));
    }

    /** Likewise; where there is neither, the place where a model server would be. */
    static UpstreamChoice orUsual(String configured) {
        try {
            return of(configured);
        } catch (AmbitException e) {
            return new UpstreamChoice(LocalUpstreams.USUAL.getFirst().address(), List.of());
        }
    }

    private static String inWords(Found found) {
        return found.candidate().server() + " at " + found.candidate().address() + ": " + found.detail();
    }
}
