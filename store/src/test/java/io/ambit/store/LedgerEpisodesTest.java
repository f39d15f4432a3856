package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.episode.LedgerEpisodes;
import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.memory.intake.Remember;
import io.ambit.core.record.Episode;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerEpisodesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Space SPACE = new Space("project");

    @TempDir
    private Path folder;

    private SqliteStores stores;
    private LedgerEpisodes episodes;

    @BeforeEach
    void open() {
        stores = SqliteStores.open(folder);
        episodes = episodes();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private LedgerEpisodes episodes() {
        return new LedgerEpisodes(stores.ledger(), new Remember(stores.memory(), RecalledTexts.NONE));
    }

    private static Conversation conversation(Space space) {
        return Conversation.about(space, "client-1", "Fix the cart. <private>my name</private>")
                .tool("c1", "Bash", "{\"command\":\"make test\"}", "1 failed")
                .assistant("It fails.");
    }

    @Test
    void harvest_session_becomesAnEpisodeWithItsTurns() {
        conversation(SPACE).step(stores.ledger());

        assertThat(episodes.harvest(NOW)).isOne();

        MemoryRecord record = only(SPACE);
        Episode episode = (Episode) record.content();
        assertThat(episode.context().goal()).startsWith("Fix the cart.").doesNotContain("my name");
        assertThat(episode.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(episode.tokensUsed()).isEqualTo(1230);
        assertThat(record.provenance().source()).isEqualTo("ledger");
        assertThat(record.provenance().key()).isEqualTo(record.provenance().session());
        assertThat(stores.memory().turns(SPACE, record.provenance().key(), 0, 9))
                .hasSize(3);
    }

    @Test
    void harvest_again_readsOnlyWhatHasGrown() {
        Conversation conversation = conversation(SPACE);
        conversation.step(stores.ledger());
        conversation(new Space("other")).step(stores.ledger());
        assertThat(episodes.harvest(NOW)).isEqualTo(2);
        assertThat(episodes.harvest(NOW)).isZero();
        MemoryRecord before = only(SPACE);

        conversation
                .tool("c2", "Bash", "{\"command\":\"make test\"}", "3 passed")
                .assistant("Fixed.")
                .step(stores.ledger());

        assertThat(episodes.harvest(NOW)).isOne();
        MemoryRecord after = only(SPACE);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(((Episode) after.content()).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void harvest_byANewProcess_changesNothing() {
        conversation(SPACE).step(stores.ledger());
        episodes.harvest(NOW);
        long sequence = stores.memory().sequence(SPACE);

        episodes().harvest(NOW.plusSeconds(60));

        assertThat(stores.memory().sequence(SPACE)).isEqualTo(sequence);
    }

    @Test
    void harvest_forgottenEpisode_staysForgotten() {
        conversation(SPACE).step(stores.ledger());
        episodes.harvest(NOW);
        stores.memory().forget(SPACE, only(SPACE).id(), NOW);

        episodes().harvest(NOW);

        assertThat(episodesOf(SPACE)).isEmpty();
    }

    private MemoryRecord only(Space space) {
        assertThat(episodesOf(space)).hasSize(1);
        return episodesOf(space).get(0);
    }

    private List<MemoryRecord> episodesOf(Space space) {
        return stores.memory().list(space, RecordSelection.LIVE.ofKinds(RecordKind.EPISODE));
    }
}
