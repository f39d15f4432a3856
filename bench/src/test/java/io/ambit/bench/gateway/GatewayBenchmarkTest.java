package io.ambit.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the runners measure what they say; the figures themselves are no matter for a build. */
class GatewayBenchmarkTest {
    @Test
    void run_aProxyThatIsTheUpstreamItself_hasEachRowWithAllItsRequests() {
        try (MockUpstream upstream = new MockUpstream()) {
            long process = ProcessHandle.current().pid();
            Proxy proxy = new Proxy("same", URI.create("http://127.0.0.1:" + upstream.port()), process, 5);
            List<String> told = new ArrayList<>();

            GatewayBenchmark.Result result = GatewayBenchmark.run(
                    upstream, List.of(proxy), new GatewayBenchmark.Effort(Duration.ZERO, 1, 2, 10, 500), told::add);

            assertThat(result.rows()).hasSize(2 * Scenario.values().length);
            assertThat(result.rows()).allSatisfy(row -> {
                assertThat(row.times().count()).isEqualTo(20);
                assertThat(row.times().p50()).isPositive();
                boolean events = row.scenario() == Scenario.STREAM || row.scenario() == Scenario.CHUNKS;
                assertThat(row.ages().count()).isEqualTo(events ? 20 * 20 : 0);
            });
            assertThat(told).hasSize(3 * Scenario.values().length + 4);
            Json json = Json.parse(Utf8.encode(result.json()));
            assertThat(json.get("rows").items()).hasSize(8);
            assertThat(json.get("proxies").items().get(1).text("proxy")).isEqualTo("same");
        }
    }

    @Test
    void requests_ofEachScenario_areOfTheSizeThatItNames() {
        assertThat(Scenario.PLAIN.requests(50, 0))
                .allSatisfy(body -> assertThat(body.length).isBetween(6_000, 15_000));
        assertThat(Scenario.LARGE.requests(20, 0))
                .allSatisfy(body -> assertThat(body.length).isBetween(80_000, 160_000));
        assertThat(Scenario.PLAIN.requests(1, Scenario.sessions(6)).getFirst())
                .isNotEqualTo(Scenario.PLAIN.requests(1, 0).getFirst());
    }

    @Test
    void build_smallHistory_measuresEachStep() {
        for (String policy : new String[] {"safe", "balanced", "classic"}) {
            var result = BuildBenchmark.run(() -> Policies.parse(policy), 5_000, 6);

            assertThat(result.historyTokens()).isGreaterThanOrEqualTo(5_000);
            assertThat(result.built().count()).isEqualTo(6);
            assertThat(result.built().p99())
                    .isGreaterThanOrEqualTo(result.parse().p50());
            assertThat(result.cold().p50()).isGreaterThan(result.coldParse().p50());
            assertThat(Json.parse(result.json()).text("policy")).isEqualTo(policy);
        }
    }

    @Test
    void percentiles_knownTimes_areNearestRank() {
        long[] nanos = new long[100];
        for (int i = 0; i < 100; i++) {
            nanos[99 - i] = (i + 1) * 1_000_000L;
        }

        assertThat(Percentiles.of(nanos)).isEqualTo(new Percentiles(100, 50, 99, 100));
    }
}
