package io.ambit.core.tooluse.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "30d,2026-10-23T10:00:00Z,2026-11-22T10:00:01Z",
        "12h,2026-11-21T22:00:00Z,2026-11-22T10:00:01Z",
        "2W,2026-11-08T10:00:00Z,2026-11-22T10:00:01Z",
        "2026-11,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z",
        "2026-11-21,2026-11-21T00:00:00Z,2026-11-22T00:00:00Z",
        "2026-10..2026-11-03,2026-10-01T00:00:00Z,2026-11-04T00:00:00Z",
        "..2026-10,1970-01-01T00:00:00Z,2026-11-01T00:00:00Z",
        "2026-11-20..,2026-11-20T00:00:00Z,2026-11-22T10:00:01Z",
        "all,1970-01-01T00:00:00Z,9999-12-31T23:59:59Z",
        "'',2026-08-24T10:00:00Z,2026-11-22T10:00:01Z",
    })
    void parse_form_isTheTimeThatItNames(String text, Instant from, Instant to) {
        UsagePeriod period = UsagePeriod.parse(text, NOW);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "d",
                "30",
                "30y",
                "-3d",
                "99999999999d",
                "2026-13",
                "2026-02-30",
                "2026-11..2026-10",
                "..2026-1",
                "2026-11-22T10:00",
                "0d0",
                "a..b..c"
            })
    void parse_anythingElse_saysWhatWasExpected(String text) {
        assertThatThrownBy(() -> UsagePeriod.parse(text, NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2026-11")
                .hasMessageContaining(text.substring(0, Math.min(5, text.length())));
    }

    @Test
    void holds_edges_firstInLastOut() {
        UsagePeriod november = UsagePeriod.parse("2026-11", NOW);

        assertThat(november.holds(Instant.parse("2026-11-01T00:00:00Z"))).isTrue();
        assertThat(november.holds(Instant.parse("2026-12-01T00:00:00Z"))).isFalse();
    }
}
