package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.error.AmbitException;
import io.ambit.gateway.LocalUpstreams;
import io.ambit.gateway.LocalUpstreams.Found;
import io.ambit.gateway.route.UpstreamSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where requests go.
 *
 * @param looked what was found where, in words; none where an upstream was named
 */
record UpstreamChoice(List<UpstreamSettings> upstreams, List<String> looked) {
    UpstreamChoice {
        upstreams = List.copyOf(upstreams);
        looked = List.copyOf(looked);
    }

    /**
     * The configured upstream, else the configured ones, else the first model server that answers on this machine.
     *
     * @throws AmbitException where there is none of them, or a key is missing
     */
    static UpstreamChoice of(AmbitConfig config, Map<String, String> environment) {
        if (!config.upstream().isEmpty()) {
            return only(URI.create(config.upstream()), List.of());
        }
        List<UpstreamSettings> named = GatewayWiring.upstreams(config, environment);
        return named.isEmpty() ? found() : new UpstreamChoice(named, List.of());
    }

    /** The first model server that answers on this machine. */
    static UpstreamChoice found() {
        List<Found> found = LocalUpstreams.discover();
        List<String> looked = found.stream().map(UpstreamChoice::inWords).toList();
        return found.stream()
                .filter(Found::answers)
                .findFirst()
                .map(first -> only(first.candidate().address(), looked))
                .orElseThrow(() -> new AmbitException("no model server found: " + String.join("; ", looked)
                        + ". Start one, or name one: ambit start --upstream URL"));
    }

    /** The configured ones, else what is found; where nothing is, the place where a model server would be. */
    static UpstreamChoice orUsual(AmbitConfig config, Map<String, String> environment) {
        List<Found> found = LocalUpstreams.discover();
        boolean some = !config.upstream().isEmpty()
                || !GatewayWiring.upstreams(config, environment).isEmpty()
                || found.stream().anyMatch(Found::answers);
        return some
                ? of(config, environment)
                : only(LocalUpstreams.USUAL.getFirst().address(), List.of());
    }

    /** In words, for a person. */
    String text() {
        return upstreams.stream().map(UpstreamSettings::toString).collect(Collectors.joining(", "));
    }

    static UpstreamChoice only(URI address, List<String> looked) {
        return new UpstreamChoice(List.of(UpstreamSettings.only(address)), looked);
    }

    private static String inWords(Found found) {
        return found.candidate().server() + " at " + found.candidate().address() + ": " + found.detail();
    }
}
