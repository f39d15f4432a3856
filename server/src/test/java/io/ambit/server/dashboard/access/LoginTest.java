package io.ambit.server.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginTest {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final LoginCodes codes = new LoginCodes(() -> now);
    private final BrowserSessions sessions = new BrowserSessions(() -> now);

    @Test
    void redeem_tooLate_isRefused() {
        String late = codes.issue();
        String inTime = codes.issue();

        now = now.plus(LoginCodes.LIFE).minusMillis(1);
        assertThat(codes.redeem(inTime)).isTrue();
        now = now.plusMillis(1);
        assertThat(codes.redeem(late)).isFalse();
    }

    @Test
    void redeem_twiceOrUnknown_isRefused() {
        String code = codes.issue();

        assertThat(codes.redeem("guess")).isFalse();
        assertThat(codes.redeem(code)).isTrue();
        assertThat(codes.redeem(code)).isFalse();
    }

    @Test
    void issue_moreThanWait_forgetsTheOldest() {
        String first = codes.issue();
        String last = "";
        for (int i = 0; i < LoginCodes.MAX_WAITING; i++) {
            last = codes.issue();
        }

        assertThat(codes.redeem(first)).isFalse();
        assertThat(codes.redeem(last)).isTrue();
    }

    @Test
    void find_sessionInUse_staysAndElseEnds() {
        String secret = sessions.open();
        Visitor visitor = sessions.find(secret).orElseThrow();

        now = now.plus(BrowserSessions.IDLE);
        assertThat(sessions.find(secret)).contains(visitor);
        now = now.plus(BrowserSessions.IDLE);
        assertThat(sessions.find(secret)).contains(visitor);
        now = now.plus(BrowserSessions.IDLE).plus(Duration.ofMillis(1));
        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void open_moreThanOnePersonHas_forgetsWhoStayedAwayLongest() {
        String used = sessions.open();
        String unused = sessions.open();
        sessions.find(used);
        for (int i = 0; i < BrowserSessions.MAX - 1; i++) {
            sessions.open();
        }

        assertThat(sessions.find(used)).isPresent();
        assertThat(sessions.find(unused)).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }
}
