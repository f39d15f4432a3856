package io.ambit.core.tooluse.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ambit.core.tool.CallCount;
import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.usage.Measure.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static UsageLine month(String name, int goals, int calls, int failed, long tokens) {
        return new UsageLine(name, goals, tokens, new CallCount(calls, failed, 0, 0));
    }

    private static Measure find(List<Measure> measures, Name name) {
        return measures.stream()
                .filter(measure -> measure.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static List<Rating> ratings(String author, int... stars) {
        List<Rating> ratings = new ArrayList<>();
        for (int each : stars) {
            ratings.add(new Rating("s-" + ratings.size(), each, author, NOW));
        }
        return ratings;
    }

    @Test
    void of_noMonthWithEnough_saysWhatIsMissingInsteadOfAFigure() {
        List<Measure> measures = Measures.of(List.of(month("2026-11", 19, 100, 10, 1_000)), List.of());

        assertThat(measures).extracting(Measure::name).containsExactly(Name.values());
        assertThat(measures).allSatisfy(measure -> {
            assertThat(measure.value()).isNull();
            assertThat(measure.isMet()).isNull();
            assertThat(measure.note()).contains("needs");
        });
    }

    @Test
    void of_severalMonths_comparesTheLastWithTheFirst() {
        List<Measure> measures = Measures.of(
                List.of(
                        month("2026-08", 20, 200, 40, 200_000),
                        month("2026-09", 3, 999, 999, 999_999),
                        month("2026-10", 20, 150, 15, 150_000),
                        month("2026-11", 40, 200, 20, 260_000)),
                List.of());

        Measure tokens = find(measures, Name.TOKENS_PER_TASK);
        assertThat(tokens.value()).isEqualTo(6_500);
        assertThat(tokens.change()).isCloseTo(-35, within(1e-9));
        assertThat(tokens.isMet()).isTrue();
        Measure calls = find(measures, Name.CALLS_PER_GOAL);
        assertThat(calls.change()).isCloseTo(-50, within(1e-9));
        assertThat(calls.isMet()).isTrue();
        Measure failed = find(measures, Name.FAILED_CALLS);
        assertThat(failed.value()).isEqualTo(10);
        assertThat(failed.change()).isCloseTo(-50, within(1e-9));
        assertThat(failed.note()).isEqualTo("2026-11 against 2026-08");
        // From 2026-10: 7,500 to 6,500 tokens, 7.5 to 5 calls, 10 to 10 percent.
        assertThat(find(measures, Name.MONTH_OVER_MONTH).value())
                .isCloseTo((100.0 / 7.5 + 100 * 2.5 / 7.5 + 0) / 3, within(1e-9));
    }

    @Test
    void of_oneMonth_hasAValueAndNothingToCompareWith() {
        Measure tokens =
                find(Measures.of(List.of(month("2026-11", 20, 200, 40, 200_000)), List.of()), Name.TOKENS_PER_TASK);

        assertThat(tokens.value()).isEqualTo(10_000);
        assertThat(tokens.change()).isNull();
        assertThat(tokens.isMet()).isNull();
    }

    @Test
    void of_ratingsOfAgents_doNotCount() {
        List<Rating> ratings = new ArrayList<>(ratings("agent:x", 5, 5, 5, 5, 5, 5));
        assertThat(find(Measures.of(List.of(), ratings), Name.RATING).value()).isNull();

        ratings.addAll(ratings("user", 4, 4, 5, 5, 5));

        Measure rating = find(Measures.of(List.of(), ratings), Name.RATING);
        assertThat(rating.value()).isCloseTo(4.6, within(1e-9));
        assertThat(rating.isMet()).isTrue();
    }

    @Test
    void trend_twoMonths_isTheLastAgainstTheOneBefore() {
        Trend trend = Trend.of(List.of(month("2026-10", 20, 100, 20, 0), month("2026-11", 20, 50, 5, 0)));

        assertThat(trend.callsPerGoal()).isCloseTo(-50, within(1e-9));
        assertThat(trend.failedPercent()).isCloseTo(-10, within(1e-9));
        assertThat(trend.isFirm()).isTrue();
        assertThat(Trend.of(List.of(month("2026-11", 20, 50, 5, 0))).from()).isEmpty();
    }
}
