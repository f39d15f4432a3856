package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.UpstreamSetting;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Retention;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.SummaryModel;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.ollama.OllamaSettings;
import io.ambit.gateway.route.UpstreamKey;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.server.ServerSettings;
import io.ambit.server.door.Limits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the gateway is told from the settings and the environment. */
final class GatewayWiring {
    private GatewayWiring() {}

    /**
     * The gateway's settings.
     *
     * @throws AmbitException where the policy is unknown, a file is not there, or a named variable is not set
     */
    static GatewaySettings settings(
            AmbitConfig config, List<UpstreamSettings> upstreams, Map<String, String> environment) {
        AmbitConfig.Timeouts timeouts = config.timeouts();
        return GatewaySettings.of(upstreams.get(0).base(), ConfiguredPolicy.of(config))
                .withUpstreams(upstreams)
                .withRouting(config.routing().settings().withPrices(PriceOption.configured(config.price())))
                .withMaxBodyBytes(config.maxBodyBytes())
                .withLimits(timeouts.plan(), timeouts.ledger())
                .withWindowTokens(config.policy().window())
                .withOllama(new OllamaSettings(true, config.ollama().numCtx()))
                .withSummaryModel(summaryModel(config.summary(), environment))
                .withOutbound(Outbound.DEFAULT
                        .withTimeouts(timeouts.connect(), timeouts.firstByte(), timeouts.idle())
                        .withCaFile(caFile(config.caFile()))
                        .withProxy(proxy(upstreams, environment), noProxy(environment)));
    }

    /** Where it listens and whom it lets in. */
    static ServerSettings door(AmbitConfig config, String token) {
        return new ServerSettings(
                config.host(),
                config.port(),
                config.allowedHosts(),
                token,
                config.auth() == AmbitConfig.Auth.TOKEN,
                config.timeouts().drain(),
                new Limits(
                        config.limits().requests(),
                        config.limits().bodyBytes(),
                        config.limits().connections(),
                        config.limits().patience()));
    }

    static Retention retention(AmbitConfig config) {
        return new Retention(
                config.retention().sessionLife(), config.retention().maxBytes());
    }

    private static @Nullable SummaryModel summaryModel(
            AmbitConfig.SummaryWriter writer, Map<String, String> environment) {
        if (writer.url().isEmpty()) {
            return null;
        }
        String variable = writer.keyVariable();
        String key = variable.isEmpty() ? "" : environment.getOrDefault(variable, "");
        if (!variable.isEmpty() && key.isEmpty()) {
            throw new AmbitException("summary.keyVariable: expected the key in the environment variable " + variable
                    + ", which is not set");
        }
        return new SummaryModel(URI.create(writer.url()), writer.model(), key, writer.timeout());
    }

    private static @Nullable Path caFile(String name) {
        if (name.isEmpty()) {
            return null;
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new AmbitException("caFile: expected a readable file of PEM certificates, found " + file);
        }
        return file;
    }

    /**
     * The configured model servers, in their order; none where the settings name none.
     *
     * @throws AmbitException where a variable that is to hold a key is not set, or holds what cannot be one
     */
    static List<UpstreamSettings> upstreams(AmbitConfig config, Map<String, String> environment) {
        List<UpstreamSettings> upstreams = new ArrayList<>();
        for (UpstreamSetting one : config.upstreams()) {
            upstreams.add(new UpstreamSettings(
                    one.name(),
                    one.url(),
                    one.formats(),
                    one.models(),
                    key(one, environment),
                    one.window(),
                    one.complex() ? UpstreamSettings.Tier.COMPLEX : UpstreamSettings.Tier.FAST,
                    one.local()));
        }
        return upstreams;
    }

    private static UpstreamKey key(UpstreamSetting one, Map<String, String> environment) {
        String variable = one.keyVariable();
        if (variable.isEmpty()) {
            return one.clientKey() ? UpstreamKey.CLIENT : UpstreamKey.NONE;
        }
        String key = environment.getOrDefault(variable, "").strip();
        if (key.isEmpty()) {
            throw new AmbitException("upstreams: the key of " + one.name() + " is expected in the environment variable "
                    + variable + ", which is not set");
        }
        try {
            return UpstreamKey.own(key);
        } catch (IllegalArgumentException e) {
            throw new AmbitException("upstreams: environment variable " + variable + ": " + e.getMessage(), e);
        }
    }

    /**
     * One for all: that of {@code http} where upstreams on other machines are asked so and none otherwise. The upstreams
     * of agents, which are not known yet, are asked by {@code https} for the most part.
     */
    private static @Nullable URI proxy(List<UpstreamSettings> upstreams, Map<String, String> environment) {
        boolean secure = upstreams.stream()
                .anyMatch(upstream -> "https".equals(upstream.base().getScheme()));
        boolean plain =
                upstreams.stream().map(upstream -> upstream.base().getHost()).anyMatch(host -> !isHere(host));
        String name = plain && !secure ? "http_proxy" : "https_proxy";
        String value = variable(name, environment);
        if (value.isEmpty()) {
            return null;
        }
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            if (proxy.getHost() != null) {
                return proxy;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words as an address without a host
        }
        throw new AmbitException("environment variable " + name.toUpperCase(Locale.ROOT)
                + ": expected http://HOST:PORT, found " + value);
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static List<String> noProxy(Map<String, String> environment) {
        return Stream.of(variable("no_proxy", environment).split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** Proxy variables are written either way; the lower case counts, as in curl. */
    private static String variable(String name, Map<String, String> environment) {
        String lower = environment.getOrDefault(name, "");
        return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }
}
