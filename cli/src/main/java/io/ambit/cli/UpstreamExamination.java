package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.error.AmbitException;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.UpstreamProbe;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether requests would arrive. */
final class UpstreamExamination {
    private static final int MAX_NAMED = 5;

    private UpstreamExamination() {}

    static List<Finding> of(AmbitConfig config, Map<String, String> environment) {
        if (config.upstream().isEmpty() && config.upstreams().isEmpty()) {
            return List.of(found());
        }
        List<Finding> findings = new ArrayList<>();
        try {
            UpstreamChoice chosen = UpstreamChoice.of(config, environment);
            GatewaySettings settings = GatewayWiring.settings(config, chosen.upstreams(), environment);
            for (UpstreamSettings upstream : chosen.upstreams()) {
                findings.add(configured(upstream, settings));
            }
        } catch (AmbitException e) {
            findings.add(
                    Finding.wrong("upstream", String.valueOf(e.getMessage()), "docs/configuration.md has every key"));
        }
        if (!config.upstream().isEmpty() && !config.upstreams().isEmpty()) {
            findings.add(Finding.note(
                    "upstreams",
                    "not used: upstream is set, and everything goes there",
                    "take upstream out of the settings"));
        }
        return findings;
    }

    private static Finding found() {
        try {
            UpstreamChoice found = UpstreamChoice.found();
            return Finding.ok("upstream", "none configured; found " + String.join("; ", found.looked()));
        } catch (AmbitException e) {
            return Finding.note(
                    "upstream", String.valueOf(e.getMessage()), "set upstream, or give start --upstream URL");
        }
    }

    private static Finding configured(UpstreamSettings upstream, GatewaySettings settings) {
        String about = upstream.name().isEmpty() ? "upstream" : "upstream " + upstream.name();
        try {
            UpstreamProbe.Answer answer = UpstreamProbe.ask(upstream, settings.outbound());
            String detail = upstream.base() + " answers the question for its models with " + answer.status()
                    + models(answer.models()) + terms(upstream);
            if (answer.status() == 404 || answer.status() >= 500) {
                return Finding.note(about, detail, "is it the base URL of a model server?");
            }
            return answer.status() >= 400 && upstream.key().isOwn()
                    ? Finding.wrong(about, detail, "is its key right?")
                    : Finding.ok(about, detail);
        } catch (AmbitException e) {
            return Finding.wrong(
                    about, String.valueOf(e.getMessage()), "start the server, or set its address to where it is");
        }
    }

    private static String models(List<String> models) {
        if (models.isEmpty()) {
            return "";
        }
        String named = models.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        return "; " + models.size() + (models.size() == 1 ? " model: " : " models: ") + named
                + (models.size() > MAX_NAMED ? ", ..." : "");
    }

    /** What the settings say of one among several. */
    private static String terms(UpstreamSettings upstream) {
        if (upstream.name().isEmpty()) {
            return "";
        }
        String formats = upstream.formats().isEmpty()
                ? "any format"
                : upstream.formats().stream().map(WireFormat::title).sorted().collect(Collectors.joining(", "));
        return "; " + formats + "; " + upstream.key() + "; "
                + upstream.tier().name().toLowerCase(Locale.ROOT) + ", " + (upstream.local() ? "local" : "not local");
    }
}
