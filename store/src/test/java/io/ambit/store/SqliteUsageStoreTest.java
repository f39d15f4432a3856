package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.Rating;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.UsageStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsageStoreTest extends UsageStoreContract {
    @TempDir
    Path folder;

    private @Nullable SqliteStores stores;
    private int sessions;

    private SqliteStores stores() {
        if (stores == null) {
            stores = SqliteStores.open(folder);
        }
        return stores;
    }

    @Override
    protected UsageStore open() {
        return stores().usage();
    }

    @Override
    protected SessionId session(Space space) {
        return Conversation.about(space, "client-" + ++sessions, "task " + sessions)
                .step(stores().ledger())
                .session();
    }

    @AfterEach
    void close() {
        stores().close();
    }

    @Test
    void expire_session_leavesItsTally() {
        SessionId session = session(SPACE);
        usage.keep(SPACE, List.of(tally(session, NOW, 1)));

        stores().ledger().expire(new Retention(Duration.ofDays(1), Long.MAX_VALUE), NOW.plus(Duration.ofDays(300)));

        assertThat(stores().ledger().sessions(SPACE)).isEmpty();
        assertThat(usage.tallies(SPACE)).containsExactly(tally(session, NOW, 1));
    }

    @Test
    void delete_session_takesTallyAndRatings() {
        SessionId session = session(SPACE);
        SessionId other = session(SPACE);
        usage.keep(SPACE, List.of(tally(session, NOW, 1), tally(other, NOW, 1)));
        usage.rate(SPACE, new Rating(session.value(), 4, "user", NOW));
        usage.rate(SPACE, new Rating(other.value(), 4, "user", NOW));

        stores().ledger().delete(SPACE, session);

        assertThat(usage.tallies(SPACE)).containsExactly(tally(other, NOW, 1));
        assertThat(usage.ratings(SPACE)).extracting(Rating::subject).containsExactly(other.value());
    }

    @Test
    void keep_sessionDeletedMeanwhile_keepsNothing() {
        SessionId session = session(SPACE);
        stores().ledger().delete(SPACE, session);

        usage.keep(SPACE, List.of(tally(session, NOW, 1)));

        assertThat(usage.tallies(SPACE)).isEmpty();
    }
}
