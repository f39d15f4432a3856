package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {
    private static final PriceTable TABLE = PriceTable.published();

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-4-5-20250929, claude-sonnet-4-5",
        "anthropic/claude-sonnet-4.5, claude-sonnet-4-5",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0, claude-sonnet-4-5",
        "claude-sonnet-4-5@20250929, claude-sonnet-4-5",
        "claude-sonnet-4-5[1m], claude-sonnet-4-5",
        "claude-opus-4-20250514, claude-opus-4",
        "claude-opus-4-1-20250805, claude-opus-4-1",
        "claude-3-5-haiku-latest, claude-3-5-haiku",
        "gpt-5-2025-08-07, gpt-5",
        "gpt-5-codex, gpt-5-codex",
        "GPT-4o-mini, gpt-4o-mini",
        "kimi-k2-0905-preview, kimi-k2",
    })
    void find_nameWithVersionOrProvider_isThatModels(String name, String expected) {
        assertThat(TABLE.find("", name, null))
                .hasValueSatisfying(price -> assertThat(price.model()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.9", "gpt-5-codex-ultra", "claude-opus-4-99", "claude", "mock-model", "gpt-4", "''"})
    void find_anotherMember_isNotKnown(String name) {
        assertThat(TABLE.find("", name, null)).isEmpty();
    }

    @Test
    void find_priceThatChanged_isThatOfTheDay() {
        assertThat(TABLE.find("", "o3", LocalDate.parse("2025-05-01"))
                        .orElseThrow()
                        .input())
                .isEqualTo(10);
        assertThat(TABLE.find("", "o3", LocalDate.parse("2025-06-10"))
                        .orElseThrow()
                        .input())
                .isEqualTo(2);
        assertThat(TABLE.find("", "o3", null).orElseThrow().input()).isEqualTo(2);
        assertThat(TABLE.find("", "o3", LocalDate.parse("2020-01-01"))).isEmpty();
    }

    @Test
    void find_ownPrice_countsBeforeThePublished() {
        LocalDate day = LocalDate.parse("2024-01-01");
        ModelPrice own = new ModelPrice("own", "gpt-*", day, day, 1, 2, 3, 4, 5);

        PriceTable table = TABLE.with(List.of(own));

        assertThat(table.find("", "gpt-5", null)).contains(own);
        assertThat(table.find("", "claude-haiku-4-5", null).orElseThrow().provider())
                .isEqualTo("anthropic");
    }

    @Test
    void find_modelOfALocalServer_costsNothing() {
        assertThat(TABLE.find("ollama", "qwen3:8b", null).orElseThrow().dollars(9, 9, 9, 9, 9))
                .isZero();
        assertThat(TABLE.find("", "qwen3:8b", null)).isEmpty();
    }

    @Test
    void dollars_eachKindOfToken_hasItsPrice() {
        ModelPrice price = TABLE.find("", "claude-sonnet-4-5", null).orElseThrow();

        assertThat(price.dollars(1_000_000, 2_000_000, 400_000, 100_000, 10_000))
                .isCloseTo(3 + 0.6 + 1.5 + 0.6 + 0.15, within(1e-9));
    }

    @Test
    void rows_each_readsCheaperFromTheCacheThanItComputes() {
        assertThat(TABLE.rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row.cacheRead()).isLessThanOrEqualTo(row.input());
            assertThat(row.cacheWrite()).isGreaterThanOrEqualTo(row.input());
            assertThat(row.cacheWriteHour()).isGreaterThanOrEqualTo(row.cacheWrite());
            assertThat(row.output()).isGreaterThan(row.input());
            assertThat(row.lookedUp()).isAfter(LocalDate.parse("2025-11-30"));
        });
    }

    @Test
    void price_belowZeroOrWithoutName_isRefused() {
        LocalDate day = LocalDate.EPOCH;
        assertThatThrownBy(() -> new ModelPrice("p", "m", day, day, -1, 0, 0, 0, 0))
                .hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> new ModelPrice("p", " ", day, day, 1, 0, 0, 0, 0))
                .hasMessageContaining("name of a model");
    }

    @Test
    void fit_requestsWithAFrameThatWeDoNotSee_findsItAndTheSizeOfATokens() {
        long[] ours = {1_000, 2_000, 3_000, 10_000};
        long[] theirs = {21_200, 22_400, 23_600, 32_000};

        TokenScale scale = TokenScale.fit(ours, theirs);

        assertThat(scale.unseen()).isCloseTo(20_000, within(1e-6));
        assertThat(scale.perToken()).isCloseTo(1.2, within(1e-9));
        assertThat(scale.request(500)).isCloseTo(20_600, within(1e-6));
    }

    @Test
    void fit_fewOrFlatRequests_isTheirShareOfOurs() {
        assertThat(TokenScale.fit(new long[] {100, 200}, new long[] {130, 250}))
                .isEqualTo(new TokenScale(0, 380.0 / 300));
        assertThat(TokenScale.fit(new long[] {100, 200, 300}, new long[] {100, 100, 100}))
                .isEqualTo(new TokenScale(0, 0.5));
        assertThat(TokenScale.fit(new long[0], new long[0])).isEqualTo(new TokenScale(0, 1));
    }

    @Test
    void cacheTerms_entryLeftLongerThanItsLifetime_isExpired() {
        assertThat(CacheTerms.USUAL.isExpiredAfter(Duration.ofMinutes(5))).isFalse();
        assertThat(CacheTerms.USUAL.isExpiredAfter(Duration.ofSeconds(301))).isTrue();
        assertThatThrownBy(() -> new CacheTerms(-1, 1, Duration.ZERO)).hasMessageContaining("expected none below 0");
    }
}
