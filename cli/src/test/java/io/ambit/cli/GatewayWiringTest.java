package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.config.ConfigReader;
import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.CostTarget;
import io.ambit.core.session.Retention;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.SummaryModel;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.route.Resilience;
import io.ambit.gateway.route.RoutingSettings;
import io.ambit.gateway.route.UpstreamKey;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.server.ServerSettings;
import io.ambit.server.door.Limits;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each setting arrives where it has its effect. */
class GatewayWiringTest {
    private static final URI UPSTREAM = URI.create("https://models.example");

    @TempDir
    private Path home;

    @Test
    void settings_defaults_areThoseOfTheGateway() {
        GatewaySettings settings = settings(Map.of());
        assertThat(settings)
                .isEqualTo(GatewaySettings.of(UPSTREAM, settings.policy()).withOllama(settings.ollama()));
        assertThat(settings.ollama().look()).isTrue();
        assertThat(settings.policy().name()).isEqualTo("balanced");
    }

    @Test
    void settings_classicNumbers_reachThePolicy() {
        Map<String, String> numbers = Map.of(
                "AMBIT_POLICY_NAME", "classic",
                "AMBIT_POLICY_CLASSIC_CUT", "11",
                "AMBIT_POLICY_CLASSIC_WINDOW", "12",
                "AMBIT_POLICY_CLASSIC_SUMMARY_INTERVAL", "13",
                "AMBIT_POLICY_CLASSIC_SUMMARY_TOKENS", "14");
        assertThat(settings(numbers).policy().name())
                .isEqualTo("classic:cut=11:window=12:summary_interval=13:summary_tokens=14");
        assertThat(settings(Map.of("AMBIT_POLICY_NAME", "classic")).policy().name())
                .isEqualTo("classic");
    }

    @Test
    void settings_optionAfterTheName_beforeTheNumbers() {
        Map<String, String> both =
                Map.of("AMBIT_POLICY_NAME", "classic:cut=99:summaries=off", "AMBIT_POLICY_CLASSIC_CUT", "11");
        assertThat(settings(both).policy().name()).isEqualTo("classic:cut=99:summaries=off");
    }

    @Test
    void settings_limits_reachTheGateway() {
        GatewaySettings settings = settings(Map.of(
                "AMBIT_MAX_BODY_BYTES", "5000",
                "AMBIT_TIMEOUTS_CONNECT", "1s",
                "AMBIT_TIMEOUTS_FIRST_BYTE", "2s",
                "AMBIT_TIMEOUTS_IDLE", "3s",
                "AMBIT_TIMEOUTS_PLAN", "4s",
                "AMBIT_TIMEOUTS_LEDGER", "5s"));
        assertThat(settings.maxBodyBytes()).isEqualTo(5000);
        assertThat(settings.planLimit()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.ledgerLimit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.outbound())
                .isEqualTo(Outbound.DEFAULT.withTimeouts(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    @Test
    void settings_summaryModel_hasItsKeyFromTheVariable() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AMBIT_SUMMARY_URL", "http://127.0.0.1:1",
                "AMBIT_SUMMARY_MODEL", "small",
                "AMBIT_SUMMARY_TIMEOUT", "8s",
                "AMBIT_SUMMARY_KEY_VARIABLE", "SMALL_KEY"));
        assertThatThrownBy(() -> settings(environment))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("SMALL_KEY");
        environment.put("SMALL_KEY", "secret");
        assertThat(settings(environment).summaryModel())
                .isEqualTo(
                        new SummaryModel(URI.create("http://127.0.0.1:1"), "small", "secret", Duration.ofSeconds(8)));
    }

    @Test
    void settings_caFile_hasToBeThere() throws IOException {
        Path pem = home.resolve("ca.pem");
        assertThatThrownBy(() -> settings(Map.of("AMBIT_CA_FILE", pem.toString())))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(pem.toString());
        Files.writeString(pem, "");
        assertThat(settings(Map.of("AMBIT_CA_FILE", pem.toString())).outbound().caFile())
                .isEqualTo(pem);
    }

    @Test
    void settings_proxyOfTheScheme_isTaken() {
        Outbound outbound = settings(Map.of(
                        "HTTPS_PROXY",
                        "proxy.example:3128",
                        "HTTP_PROXY",
                        "http://other:1",
                        "no_proxy",
                        "a.example, .b"))
                .outbound();
        assertThat(outbound.proxy()).isEqualTo(URI.create("http://proxy.example:3128"));
        assertThat(outbound.noProxy()).containsExactly("a.example", ".b");
    }

    @Test
    void door_everyKey_isItsOwn() {
        assertThat(GatewayWiring.door(config(Map.of()), "secret"))
                .isEqualTo(ServerSettings.local(7411, "secret").withLimits(Limits.DEFAULT));
        Map<String, String> otherwise = Map.of(
                "AMBIT_PORT", "81",
                "AMBIT_HOST", "127.0.0.2",
                "AMBIT_ALLOWED_HOSTS", "box.local",
                "AMBIT_AUTH", "none",
                "AMBIT_TIMEOUTS_DRAIN", "3s",
                "AMBIT_LIMITS_REQUESTS", "4",
                "AMBIT_LIMITS_BODY_BYTES", "5",
                "AMBIT_LIMITS_CONNECTIONS", "6",
                "AMBIT_LIMITS_PATIENCE", "7s");
        assertThat(GatewayWiring.door(config(otherwise), "secret"))
                .isEqualTo(new ServerSettings(
                        "127.0.0.2",
                        81,
                        List.of("box.local"),
                        "secret",
                        false,
                        Duration.ofSeconds(3),
                        new Limits(4, 5, 6, Duration.ofSeconds(7))));
    }

    @Test
    void retention_everyKey_isItsOwn() {
        assertThat(GatewayWiring.retention(config(Map.of()))).isEqualTo(Retention.DEFAULT);
        assertThat(GatewayWiring.retention(
                        config(Map.of("AMBIT_RETENTION_SESSION_LIFE", "2h", "AMBIT_RETENTION_MAX_BYTES", "9000000"))))
                .isEqualTo(new Retention(Duration.ofHours(2), 9_000_000));
    }

    @Test
    void upstreams_keyVariable_isReadFromTheEnvironmentAndShownNowhere() {
        Map<String, String> environment = Map.of(
                "AMBIT_UPSTREAMS",
                "far=https://h,formats=anthropic,models=a,keyVariable=FAR_KEY,window=7,tier=fast;near=http://127.0.0.1:1",
                "FAR_KEY",
                "secret-of-far");
        UpstreamChoice chosen = UpstreamChoice.of(config(environment), environment);
        assertThat(chosen.upstreams())
                .containsExactly(
                        new UpstreamSettings(
                                "far",
                                URI.create("https://h"),
                                Set.of(WireFormat.ANTHROPIC),
                                List.of("a"),
                                UpstreamKey.own("secret-of-far"),
                                7,
                                UpstreamSettings.Tier.FAST,
                                false),
                        UpstreamSettings.of("near", URI.create("http://127.0.0.1:1")));
        GatewaySettings settings = GatewayWiring.settings(config(environment), chosen.upstreams(), environment);
        assertThat(chosen.toString() + settings + config(environment)).doesNotContain("secret-of-far");
        assertThatThrownBy(() -> UpstreamChoice.of(config(environment), Map.of()))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("the key of far is expected in the environment variable FAR_KEY");
    }

    @Test
    void upstreams_besideAnUpstream_areNotUsed() {
        Map<String, String> both = Map.of("AMBIT_UPSTREAMS", "far=https://h", "AMBIT_UPSTREAM", "http://127.0.0.1:2");
        assertThat(UpstreamChoice.of(config(both), both).upstreams())
                .containsExactly(UpstreamSettings.only(URI.create("http://127.0.0.1:2")));
    }

    @Test
    void routing_everyKey_hasItsEffect() {
        RoutingSettings settings = settings(Map.of(
                        "AMBIT_ROUTING_TARGET", "cost:40",
                        "AMBIT_ROUTING_EXPLORATION", "7",
                        "AMBIT_ROUTING_DAILY_CENTS", "250",
                        "AMBIT_ROUTING_RETRIES", "4",
                        "AMBIT_ROUTING_MAX_WAIT", "3s",
                        "AMBIT_ROUTING_FAILURES", "9",
                        "AMBIT_ROUTING_REST", "5s",
                        "AMBIT_PRICE", "mine=1,0.1,1,5"))
                .routing();
        assertThat(settings.resilience()).isEqualTo(new Resilience(4, Duration.ofSeconds(3), 9, Duration.ofSeconds(5)));
        assertThat(settings.target()).isEqualTo(new CostTarget.CostShare(0.4));
        assertThat(settings.exploration()).isEqualTo(0.07);
        assertThat(settings.dollarsADay()).isEqualTo(2.5);
        assertThat(settings.prices().find("", "mine", null)).isPresent();
    }

    private GatewaySettings settings(Map<String, String> environment) {
        return GatewayWiring.settings(config(environment), List.of(UpstreamSettings.only(UPSTREAM)), environment);
    }

    private AmbitConfig config(Map<String, String> environment) {
        return new ConfigReader(new AmbitHome(home), environment).read();
    }
}
