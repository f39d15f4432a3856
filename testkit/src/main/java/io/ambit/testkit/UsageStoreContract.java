package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.CallCount;
import io.ambit.core.tool.ItemTally;
import io.ambit.core.tool.Rating;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.Waste;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UsageStore} does. */
public abstract class UsageStoreContract {
    protected static final Space SPACE = new Space("one");
    protected static final Space OTHER = new Space("two");
    protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00.000000007Z");

    protected UsageStore usage = new HeapUsageStore();

    /** Opens the store of this test. */
    protected abstract UsageStore open();

    /** A session that is in the ledger; another one at each call. */
    protected abstract SessionId session(Space space);

    @BeforeEach
    void openFirst() {
        usage = open();
    }

    protected static SessionTally tally(SessionId session, Instant at, int steps) {
        return new SessionTally(
                session,
                at,
                steps,
                3,
                1L << 40,
                List.of(
                        new ItemTally("TASK-0001", 2, Map.of("gr\"ep\ud800", new CallCount(5, 1, 2, 700L << 30))),
                        new ItemTally("", 1, Map.of())),
                List.of(new Waste(Waste.FAILED, "grep", "TASK-0001", List.of(1, 4), 2, 99)));
    }

    @Test
    void tallies_kept_comeBackAsTheyWereNewestFirst() {
        SessionTally older = tally(session(SPACE), NOW.minusSeconds(5), 1);
        SessionTally newer = tally(session(SPACE), NOW, 2);
        usage.keep(SPACE, List.of(older, newer));

        assertThat(usage.tallies(SPACE)).containsExactly(newer, older);
        assertThat(usage.tallies(OTHER)).isEmpty();
    }

    @Test
    void keep_again_replaces() {
        SessionId session = session(SPACE);
        usage.keep(SPACE, List.of(tally(session, NOW, 1)));
        usage.keep(SPACE, List.of(tally(session, NOW.plusSeconds(1), 2)));

        assertThat(usage.tallies(SPACE)).containsExactly(tally(session, NOW.plusSeconds(1), 2));
    }

    @Test
    void rate_sameAuthorSameDay_countsOnce() {
        usage.rate(SPACE, new Rating("TASK-0001", 2, "user", NOW));
        usage.rate(SPACE, new Rating("TASK-0001", 4, "user", NOW.plusSeconds(60)));
        usage.rate(SPACE, new Rating("TASK-0001", 3, "agent:x", NOW));
        usage.rate(SPACE, new Rating("TASK-0002", 5, "user", NOW));
        usage.rate(SPACE, new Rating("TASK-0001", 1, "user", NOW.minus(Duration.ofDays(1))));

        assertThat(usage.ratings(SPACE, "TASK-0001"))
                .containsExactlyInAnyOrder(
                        new Rating("TASK-0001", 4, "user", NOW.plusSeconds(60)),
                        new Rating("TASK-0001", 3, "agent:x", NOW),
                        new Rating("TASK-0001", 1, "user", NOW.minus(Duration.ofDays(1))));
        assertThat(usage.ratings(SPACE)).hasSize(4);
        assertThat(usage.ratings(SPACE).get(0).stars()).isEqualTo(4);
        assertThat(usage.ratings(OTHER)).isEmpty();
    }
}
