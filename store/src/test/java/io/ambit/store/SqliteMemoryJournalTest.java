package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.TopicChange;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.text.Hash;
import io.ambit.testkit.MemoryJournalContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMemoryJournalTest extends MemoryJournalContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Space SPACE = new Space("one");

    @TempDir
    Path folder;

    @Override
    protected MemoryJournal open() {
        return SqliteMemoryJournal.open(folder);
    }

    @Test
    void open_again_knowsAllThatWasWritten() {
        String id;
        try (SqliteStores stores = SqliteStores.open(folder)) {
            id = stores.journal().asked(RecallEvent.asked(SPACE, NOW, "raw", List.of(), List.of()));
            stores.journal().recalled(SPACE, List.of(Hash.of("text")), NOW);
            stores.journal().change(SPACE, new TopicChange.Split("t-1"), NOW);
        }

        try (MemoryJournal journal = open()) {
            assertThat(journal.query(SPACE, id)).isPresent();
            assertThat(journal.wasRecalled(SPACE, Hash.of("text"))).isTrue();
            assertThat(journal.changes(SPACE)).containsExactly(new TopicChange.Split("t-1"));
        }
    }

    @Test
    void twoJournals_onOneFolder_giveDifferentIdsAndSeeEachOther() {
        try (MemoryJournal one = open();
                MemoryJournal other = open()) {
            String first = one.asked(RecallEvent.asked(SPACE, NOW, "raw", List.of(), List.of()));
            String second = other.asked(RecallEvent.asked(SPACE, NOW, "raw", List.of(), List.of()));

            assertThat(second).isNotEqualTo(first);
            assertThat(one.query(SPACE, second)).isPresent();
        }
    }

    @Test
    void damagedRows_areSkippedAndTheRestRead() {
        try (Database database = new Database(Schema.CURRENT.prepare(folder))) {
            MemoryJournal journal = SqliteMemoryJournal.on(database.shared());
            String bad = journal.asked(RecallEvent.asked(SPACE, NOW, "raw", List.of(), List.of()));
            String good = journal.asked(RecallEvent.asked(SPACE, NOW, "raw", List.of(), List.of()));
            journal.change(SPACE, new TopicChange.Split("t-1"), NOW);
            journal.change(SPACE, new TopicChange.Pruned("t-1"), NOW);
            database.write(sql -> sql.run("UPDATE memory_queries SET selected = x'00' WHERE number = 1"));
            database.write(sql -> sql.run("UPDATE topic_changes SET kind = 'nonsense' WHERE kind = 'split'"));

            assertThat(journal.queries(SPACE, 10)).extracting(RecallEvent::id).containsExactly(good);
            assertThat(journal.query(SPACE, bad)).isEmpty();
            assertThat(journal.changes(SPACE)).containsExactly(new TopicChange.Pruned("t-1"));
            journal.close();
        }
    }
}
