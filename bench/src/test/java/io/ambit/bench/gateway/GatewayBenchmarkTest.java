package io.ambit.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the runners measure what they say; the figures themselves are no matter for a build. */
class GatewayBenchmarkTest {
    @TempDir
    Path data;

    @Test
    void run_short_hasEachRowWithAllItsRequests() {
        var result = GatewayBenchmark.run(Policies.parse("safe"), data, new GatewayBenchmark.Effort(0, 2, 20));

        assertThat(result.rows())
                .extracting(row -> row.connections() + (row.streaming() ? " streaming" : ""))
                .containsExactly("1", "10", "1 streaming", "10 streaming");
        assertThat(result.rows()).allSatisfy(row -> {
            assertThat(row.direct().count()).isEqualTo(40);
            assertThat(row.through().count()).isEqualTo(40);
            assertThat(row.through().p50()).isPositive();
        });
        Json json = Json.parse(Utf8.encode(result.json()));
        assertThat(json.get("rows").items()).hasSize(4);
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
