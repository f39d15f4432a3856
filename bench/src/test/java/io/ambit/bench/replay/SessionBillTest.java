package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ambit.bench.recorded.MessageFacts;
import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.bench.recorded.SessionFacts;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.economics.StepScore;
import io.ambit.wire.logs.LogUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionBillTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String SONNET = "claude-sonnet-4-5";

    private final List<RecordedMessage> messages = new ArrayList<>();
    private final List<MessageFacts> facts = new ArrayList<>();

    @Test
    void before_usageAndPriceKnown_isWhatTheProviderBilled() {
        request(0, SONNET, new LogUsage(100, 0, 1_000_000, 0, 1_000));
        request(10, SONNET, new LogUsage(100, 1_000_000, 0, 0, 2_000));

        SessionBill bill = bill(score(1_000, 0), score(1_100, 1_000));

        assertThat(bill.before()).isCloseTo(3.75 + 0.3 + 0.0006 + 0.045, within(1e-9));
        assertThat(bill.requests()).isEqualTo(2);
        assertThat(bill.usage()).isEqualTo(new LogUsage(200, 1_000_000, 1_000_000, 0, 3_000));
    }

    @Test
    void after_sameRequests_isTheBillAsItWas() {
        request(0, SONNET, new LogUsage(3, 0, 20_000, 0, 50));
        request(10, SONNET, new LogUsage(3, 20_000, 5_000, 0, 70));
        request(999, SONNET, new LogUsage(3, 0, 31_000, 0, 90));
        StepScore[] raw = {score(100, 0), score(4_100, 100), score(9_000, 4_100)};

        SessionBill bill = bill(raw);

        assertThat(bill.after(List.of(raw))).isCloseTo(bill.before(), within(1e-12));
    }

    @Test
    void after_halfOfTheRequests_savesNothingOfWhatTheLogDoesNotShow() {
        // 20,000 tokens of system prompt and tools that the log lacks: only the rest can shrink.
        request(0, SONNET, new LogUsage(0, 0, 21_000, 0, 0));
        request(10, SONNET, new LogUsage(0, 21_000, 9_000, 0, 0));
        request(20, SONNET, new LogUsage(0, 30_000, 10_000, 0, 0));
        SessionBill bill = bill(score(1_000, 0), score(10_000, 1_000), score(20_000, 10_000));

        double after = bill.after(List.of(score(1_000, 0), score(5_000, 1_000), score(10_000, 5_000)));

        double expected = (21_000 * 3.75 + 21_000 * 0.3 + 4_000 * 3.75 + 25_000 * 0.3 + 5_000 * 3.75) / 1e6;
        assertThat(after).isCloseTo(expected, within(1e-9));
    }

    @Test
    void after_pauseLongerThanTheCacheKeeps_makesAllOfTheRequestUncached() {
        request(0, SONNET, new LogUsage(0, 0, 1_000, 0, 0));
        request(10, SONNET, new LogUsage(0, 1_000, 1_000, 0, 0));
        request(400, SONNET, new LogUsage(0, 0, 3_000, 0, 0));
        SessionBill bill = bill(score(1_000, 0), score(2_000, 1_000), score(3_000, 2_000));

        double after = bill.after(List.of(score(1_000, 0), score(2_000, 1_000), score(2_500, 2_000)));

        assertThat(bill.before() - after).isCloseTo(500 * 3.75 / 1e6, within(1e-9));
    }

    @Test
    void after_providerThatCachesNothing_paysEveryTokenInFull() {
        request(0, "gpt-4.1", new LogUsage(1_000, 0, 0, 0, 10));
        request(10, "gpt-4.1", new LogUsage(2_000, 0, 0, 0, 10));
        request(20, "gpt-4.1", new LogUsage(3_000, 0, 0, 0, 10));
        SessionBill bill = bill(score(1_000, 0), score(2_000, 1_000), score(3_000, 2_000));

        double after = bill.after(List.of(score(1_000, 0), score(1_000, 0), score(1_000, 0)));

        assertThat(after).isCloseTo((3_000 * 2 + 30 * 8) / 1e6, within(1e-9));
    }

    @Test
    void bill_unknownModelOrUsage_isSaidAndNotGuessed() {
        request(0, "mystery-1", new LogUsage(1_000, 0, 0, 0, 10));
        request(10, SONNET, null);

        SessionBill bill = bill(score(1_000, 0), score(2_000, 1_000));

        assertThat(bill.requests()).isZero();
        assertThat(bill.hasUsage()).isTrue();
        assertThat(bill.unpriced()).containsExactly("mystery-1");
        assertThat(bill.before()).isZero();
        assertThat(bill.after(List.of(score(1, 0), score(1, 0)))).isZero();
    }

    @Test
    void gaps_hourOfCache_lastsAnHour() {
        request(0, SONNET, new LogUsage(0, 0, 0, 1_000, 0));
        request(1_200, SONNET, new LogUsage(0, 1_000, 0, 10, 0));
        request(9_000, SONNET, new LogUsage(0, 1_000, 0, 10, 0));

        RequestGaps gaps = RequestGaps.of(trajectory());

        assertThat(gaps.lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(gaps.before()).containsExactly(Duration.ZERO, Duration.ofMinutes(20), Duration.ofMinutes(130));
        assertThat(gaps.expiries()).isEqualTo(1);
    }

    private SessionBill bill(StepScore... raw) {
        Trajectory trajectory = trajectory();
        return new SessionBill(trajectory, List.of(raw), RequestGaps.of(trajectory), PriceTable.published());
    }

    private Trajectory trajectory() {
        return new Trajectory("s", "f", 0, messages, new SessionFacts("a", 0, "", Set.of(), 0, 0, facts));
    }

    private void request(int second, String model, @Nullable LogUsage usage) {
        messages.add(message("user"));
        facts.add(new MessageFacts(START.plusSeconds(second), "", "", null));
        messages.add(message("assistant"));
        facts.add(new MessageFacts(START.plusSeconds(second + 2), "anthropic", model, usage));
    }

    private static RecordedMessage message(String role) {
        return RecordedMessage.read(("{\"role\":\"" + role + "\",\"content\":\"x\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static StepScore score(long sent, long cached) {
        return new StepScore(sent, cached, 0, false, List.of(), 0, 0, false);
    }
}
