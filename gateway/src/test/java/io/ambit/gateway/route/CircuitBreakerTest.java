package io.ambit.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.gateway.route.CircuitBreaker.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration REST = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(new Resilience(2, Duration.ZERO, 3, REST), () -> now);

    @Test
    void failed_threeInARow_opensOnce() {
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.failed()).isFalse();
    }

    @Test
    void failed_withASuccessBetween_staysClosed() {
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void isOpen_afterTheRest_takesNothingFromTheOneThatTries() {
        open();
        now = now.plus(REST);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void asked_afterTheRest_keepsOthersAwayUntilItIsOver() {
        open();
        now = now.plus(REST);
        breaker.asked();
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.isOpen()).isTrue();
        breaker.succeeded();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void asked_theOneThatTriesFails_opensAgainForAWholeRest() {
        open();
        now = now.plus(REST);
        breaker.asked();
        assertThat(breaker.failed()).isTrue();
        now = now.plus(REST).minusMillis(1);
        assertThat(breaker.isOpen()).isTrue();
        now = now.plusMillis(1);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void asked_theOneThatTriesNeverReturns_anotherTriesAfterARest() {
        open();
        now = now.plus(REST);
        breaker.asked();
        now = now.plus(REST);
        assertThat(breaker.isOpen()).isFalse();
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.failed();
        }
    }
}
