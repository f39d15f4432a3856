package io.ambit.gateway;

import io.ambit.core.context.ContextPolicy;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.ollama.OllamaSettings;
import io.ambit.gateway.route.RoutingSettings;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.gateway.tools.ToolWatch;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway is told.
 *
 * @param upstreams model servers; the first is where everything goes that no other has
 * @param policy what is forwarded of each request
 * @param maxBodyBytes largest body of a chat request, uncompressed
 * @param planLimit how long a policy may plan before new parts go out whole
 * @param ledgerLimit how long the ledger may take over a request before it goes out whole and unrecorded
 * @param summaryModel the small model that writes summaries, null to extract them by rules
 * @param windowTokens what the model takes, 0 where that is not known
 * @param routing how requests are sent where they are sent
 * @param outbound how upstreams are reached
 * @param profiles what is known of models
 * @param ollama how Ollama servers are dealt with
 * @param tools what is done for the use of tools; closed with the gateway
 */
public record GatewaySettings(
        List<UpstreamSettings> upstreams,
        ContextPolicy policy,
        int maxBodyBytes,
        Duration planLimit,
        Duration ledgerLimit,
        @Nullable SummaryModel summaryModel,
        int windowTokens,
        RoutingSettings routing,
        Outbound outbound,
        Profiles profiles,
        OllamaSettings ollama,
        ToolWatch tools) {
    public static final int DEFAULT_MAX_BODY_BYTES = 64 << 20;
    public static final Duration DEFAULT_PLAN_LIMIT = Duration.ofSeconds(2);
    public static final Duration DEFAULT_LEDGER_LIMIT = Duration.ofSeconds(5);

    public GatewaySettings {
        upstreams = List.copyOf(upstreams);
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("no upstream, expected at least one");
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("body limit of " + maxBodyBytes + " bytes, expected at least 1");
        }
    }

    /** One upstream for all, everything else at its default. */
    public static GatewaySettings of(URI upstream, ContextPolicy policy) {
        return new GatewaySettings(
                List.of(UpstreamSettings.only(upstream)),
                policy,
                DEFAULT_MAX_BODY_BYTES,
                DEFAULT_PLAN_LIMIT,
                DEFAULT_LEDGER_LIMIT,
                null,
                0,
                RoutingSettings.DEFAULT,
                Outbound.DEFAULT,
                Profiles.NONE,
                OllamaSettings.DEFAULT,
                ToolWatch.OFF);
    }

    /** Where everything goes that no other upstream has. */
    public UpstreamSettings first() {
        return upstreams.get(0);
    }

    public GatewaySettings withUpstreams(List<UpstreamSettings> others) {
        return with(draft -> draft.upstreams = others);
    }

    public GatewaySettings withMaxBodyBytes(int bytes) {
        return with(draft -> draft.maxBodyBytes = bytes);
    }

    public GatewaySettings withLimits(Duration plan, Duration ledger) {
        return with(draft -> {
            draft.planLimit = plan;
            draft.ledgerLimit = ledger;
        });
    }

    public GatewaySettings withSummaryModel(@Nullable SummaryModel model) {
        return with(draft -> draft.summaryModel = model);
    }

    public GatewaySettings withOutbound(Outbound how) {
        return with(draft -> draft.outbound = how);
    }

    public GatewaySettings withRouting(RoutingSettings other) {
        return with(draft -> draft.routing = other);
    }

    public GatewaySettings withWindowTokens(int tokens) {
        return with(draft -> draft.windowTokens = tokens);
    }

    public GatewaySettings withProfiles(Profiles known) {
        return with(draft -> draft.profiles = known);
    }

    public GatewaySettings withOllama(OllamaSettings how) {
        return with(draft -> draft.ollama = how);
    }

    public GatewaySettings withTools(ToolWatch watch) {
        return with(draft -> draft.tools = watch);
    }

    private GatewaySettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings while one of them is changed. */
    private static final class Draft {
        private List<UpstreamSettings> upstreams;
        private ContextPolicy policy;
        private int maxBodyBytes;
        private Duration planLimit;
        private Duration ledgerLimit;
        private @Nullable SummaryModel summaryModel;
        private int windowTokens;
        private RoutingSettings routing;
        private Outbound outbound;
        private Profiles profiles;
        private OllamaSettings ollama;
        private ToolWatch tools;

        Draft(GatewaySettings of) {
            upstreams = of.upstreams;
            policy = of.policy;
            maxBodyBytes = of.maxBodyBytes;
            planLimit = of.planLimit;
            ledgerLimit = of.ledgerLimit;
            summaryModel = of.summaryModel;
            windowTokens = of.windowTokens;
            routing = of.routing;
            outbound = of.outbound;
            profiles = of.profiles;
            ollama = of.ollama;
            tools = of.tools;
        }

        GatewaySettings settings() {
            return new GatewaySettings(
                    upstreams,
                    policy,
                    maxBodyBytes,
                    planLimit,
                    ledgerLimit,
                    summaryModel,
                    windowTokens,
                    routing,
                    outbound,
                    profiles,
                    ollama,
                    tools);
        }
    }
}
