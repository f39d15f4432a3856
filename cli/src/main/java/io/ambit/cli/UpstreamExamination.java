package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.error.AmbitException;
import io.ambit.gateway.UpstreamProbe;
import java.net.URI;
import java.util.Map;

/** Whether requests would arrive. */
final class UpstreamExamination {
    private UpstreamExamination() {}

    static Finding of(AmbitConfig config, Map<String, String> environment) {
        if (!config.upstream().isEmpty()) {
            return configured(config, environment);
        }
        try {
            UpstreamChoice found = UpstreamChoice.of("");
            return Finding.ok("upstream", "none configured; found " + String.join("; ", found.looked()));
        } catch (AmbitException e) {
            return Finding.note(
                    "upstream", String.valueOf(e.getMessage()), "set upstream, or give start --upstream URL");
        }
    }

    private static Finding configured(AmbitConfig config, Map<String, String> environment) {
        String advice = "start the server, or set upstream to where it is";
        try {
            int status =
                    UpstreamProbe.status(GatewayWiring.settings(config, URI.create(config.upstream()), environment));
            String detail = config.upstream() + " answers /v1/models with " + status;
            return status == 404 || status >= 500
                    ? Finding.note("upstream", detail, "is it a base URL of an OpenAI-compatible server?")
                    : Finding.ok("upstream", detail);
        } catch (AmbitException e) {
            return Finding.wrong("upstream", String.valueOf(e.getMessage()), advice);
        }
    }
}
