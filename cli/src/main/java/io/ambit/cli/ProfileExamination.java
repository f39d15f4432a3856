package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.UpstreamProbe;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.models.profile.ProfileFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which profiles there are, and which of the upstreams' models they are about. */
final class ProfileExamination {
    private static final int MAX_NAMED = 8;

    private ProfileExamination() {}

    static List<Finding> of(AmbitHome home, AmbitConfig config, Map<String, String> environment) {
        ProfileFiles read = ProfileFiles.read(home.profiles());
        List<Finding> findings = new ArrayList<>();
        List<String> matched = new ArrayList<>();
        for (String model : models(config, environment)) {
            read.profiles().of(model).ifPresent(profile -> matched.add(model + " is " + profile.alias()));
        }
        String detail = known(read.profiles());
        if (!matched.isEmpty()) {
            detail += "; " + String.join(", ", matched.subList(0, Math.min(MAX_NAMED, matched.size())))
                    + (matched.size() > MAX_NAMED ? ", ..." : "");
        }
        findings.add(Finding.ok("profiles", detail));
        for (String fault : read.faults()) {
            findings.add(Finding.wrong("profiles", fault, "the file is left out; docs/models.md has every key"));
        }
        return findings;
    }

    private static String known(Profiles profiles) {
        int count = profiles.all().size();
        int shipped = ProfileFiles.shipped().profiles().all().size();
        return count + " known" + (count > shipped ? ", " + (count - shipped) + " of them only yours" : "");
    }

    /** Names of the models that the upstreams tell of; what is wrong with an upstream is told elsewhere. */
    private static List<String> models(AmbitConfig config, Map<String, String> environment) {
        List<String> models = new ArrayList<>();
        try {
            UpstreamChoice chosen = UpstreamChoice.of(config, environment);
            GatewaySettings settings = GatewayWiring.settings(config, chosen.upstreams(), environment);
            for (UpstreamSettings upstream : chosen.upstreams()) {
                models.addAll(told(upstream, settings));
            }
        } catch (AmbitException e) {
            return models;
        }
        return models;
    }

    private static List<String> told(UpstreamSettings upstream, GatewaySettings settings) {
        try {
            return UpstreamProbe.ask(upstream, settings.outbound()).models();
        } catch (AmbitException e) {
            return List.of();
        }
    }
}
