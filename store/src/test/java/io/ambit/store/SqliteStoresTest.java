package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Draft NOTE =
            Draft.of(Space.DEFAULT, new Document("n", "t"), Provenance.imported("file", "k"), null);
    /** Uses no index, or of an index no more than the space. */
    private static final String READS_TOO_MUCH = "(?s)SCAN .*|SEARCH .*\\(space=\\?\\)";

    @TempDir
    Path folder;

    @Test
    void close_oneOfTheStores_leavesTheOther() {
        try (SqliteStores stores = SqliteStores.open(folder)) {
            Conversation.about(Space.DEFAULT, null, "a").step(stores.ledger());
            stores.ledger().close();
            stores.ledger().close();

            assertThat(stores.memory().add(List.of(NOTE), NOW)).hasSize(1);
        }
        try (SqliteStores stores = SqliteStores.open(folder)) {
            stores.memory().close();
            stores.journal().close();
            stores.tools().close();
            stores.usage().close();
            stores.patterns().close();

            assertThat(stores.ledger().sessions(Space.DEFAULT)).hasSize(1);
            stores.ledger().close();
            assertThatThrownBy(() -> stores.ledger().sessions(Space.DEFAULT)).isInstanceOf(AmbitException.class);
        }
    }

    @Test
    void spaces_ofLedgerAndMemory_areThoseThatHoldSomething() {
        try (SqliteStores stores = SqliteStores.open(folder)) {
            Conversation.about(new Space("talk"), null, "a").step(stores.ledger());
            stores.memory().add(List.of(NOTE), NOW);

            assertThat(stores.memory().spaces()).containsExactly(Space.DEFAULT);
            assertThat(stores.ledger().spaces()).containsExactly(new Space("talk"));
            assertThat(stores.ledger().verify().isClean()).isTrue();
        }
    }

    /** What is asked for one record, one key, one conversation or the news must not read the whole space. */
    @Test
    void statements_ofSingleRecords_useAnIndex() {
        Database database = new Database(Schema.CURRENT.prepare(folder));
        try (SqliteMemoryStore store = SqliteMemoryStore.on(database)) {
            store.add(
                    List.of(
                            NOTE,
                            NOTE,
                            Draft.of(
                                    Space.DEFAULT,
                                    new Turn("talk", 0, "Ann", Voice.PERSON, "hello"),
                                    Provenance.by("user", "cli"),
                                    null)),
                    NOW);
            RecordId id = new RecordId("doc-001");
            store.replace(Space.DEFAULT, id, new Document("n", "u"), 1, NOW);
            store.used(Space.DEFAULT, List.of(id), NOW);
            store.archive(Space.DEFAULT, id, true, NOW);
            store.turns(Space.DEFAULT, "talk", 0, 3);
            store.link(new Link(Space.DEFAULT, id, LinkType.SUPPORTS, new RecordId("turn-001"), "user", NOW));
            store.links(Space.DEFAULT, List.of(id));
            store.changes(Space.DEFAULT, 1, 10);
            store.facts(Space.DEFAULT, new FactQuery("Ann", "lives in", NOW, NOW));
            store.list(Space.DEFAULT, RecordSelection.LIVE.ofSource("file"));
            store.list(Space.DEFAULT, RecordSelection.LIVE.ofSession("talk"));
            store.list(Space.DEFAULT, RecordSelection.LIVE.between(NOW, NOW));
            store.unlink(Space.DEFAULT, id, LinkType.SUPPORTS, new RecordId("turn-001"));
            store.forget(Space.DEFAULT, id, NOW);
            List<String> bad = new ArrayList<>();
            for (String statement : database.statements()) {
                if (statement.startsWith("SELECT")
                        || statement.startsWith("UPDATE")
                        || statement.startsWith("DELETE")) {
                    database
                            .read(sql -> sql.list("EXPLAIN QUERY PLAN " + statement, row -> row.getString("detail")))
                            .stream()
                            .filter(plan -> plan.matches(READS_TOO_MUCH))
                            .forEach(plan -> bad.add(plan + " in " + statement));
                }
            }
            assertThat(database.statements()).hasSizeGreaterThan(20);
            assertThat(bad).isEmpty();
        }
    }
}
