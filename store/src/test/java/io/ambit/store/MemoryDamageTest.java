package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Block;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.RecordSelection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One damaged record of memory is named, and everything else is still read and written. */
class MemoryDamageTest {
    private static final Space SPACE = Space.DEFAULT;
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path folder;

    private SqliteMemoryStore store;

    @BeforeEach
    void write() {
        store = SqliteMemoryStore.open(folder);
        store.add(
                List.of(
                        draft(new Document("one", "one")),
                        draft(new Document("two", "two")),
                        draft(new Turn("talk", 0, "Ann", Voice.PERSON, "hello")),
                        draft(fact("Oslo", 1)),
                        draft(fact("Rome", 5))),
                NOW);
        store.link(new Link(SPACE, new RecordId("doc-001"), LinkType.SUPPORTS, new RecordId("doc-002"), "user", NOW));
        assertThat(store.verify().faults()).isEmpty();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Draft draft(Content content) {
        return Draft.of(SPACE, content, Provenance.imported("file", content.text()), null);
    }

    private static Fact fact(String object, int day) {
        return new Fact("Ann", "lives in", object, true, NOW.plusSeconds(86_400L * day), null);
    }

    private void damage(String sql) {
        try (Database database = new Database(folder.resolve("ambit.db"))) {
            assertThat((int) database.write(writer -> writer.run(sql)))
                    .as("%s", sql)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record_contents SET bytes = x'7B' WHERE record = 1",
                "UPDATE record_contents SET bytes = CAST('{}' AS BLOB) WHERE record = 1",
                "UPDATE record_contents SET bytes = CAST('[1]' AS BLOB) WHERE record = 1",
                "DELETE FROM record_contents WHERE record = 1",
                "UPDATE record_contents SET space = 9 WHERE record = 1",
                "UPDATE records SET kind = 'nonsense' WHERE id = 1",
                "UPDATE records SET kind = 'skill' WHERE id = 1",
                "UPDATE records SET created = x'00' WHERE id = 1",
                "UPDATE records SET happened = 'yesterday' WHERE id = 1",
                "UPDATE records SET author = NULL WHERE id = 1",
                "UPDATE records SET source = x'' WHERE id = 1",
                "UPDATE records SET confidence = 7 WHERE id = 1",
                "UPDATE records SET importance = -1 WHERE id = 1",
                "UPDATE records SET name = 'no id' WHERE id = 1",
                "UPDATE record_contents SET bytes = x'7B' WHERE record = 4",
                "UPDATE facts SET stated = x'7B' WHERE record = 4",
                "DELETE FROM facts WHERE record = 4",
                "DELETE FROM fact_versions WHERE record = 4",
                "UPDATE fact_versions SET content = x'7B' WHERE record = 4",
                "UPDATE fact_versions SET created = x'00' WHERE record = 4",
                "UPDATE fact_versions SET expired = NULL WHERE record = 4",
                "UPDATE links SET type = 'nonsense'",
                "UPDATE links SET target = 99",
                "DELETE FROM records WHERE id = 2"
            })
    void reads_oneRecordDamaged_returnTheRestAndVerifyNamesIt(String sql) {
        damage(sql);

        assertThat(store.list(SPACE, RecordSelection.LIVE)).hasSizeBetween(4, 5);
        assertThat(store.find(SPACE, List.of(new RecordId("doc-001"), new RecordId("doc-002"))))
                .isNotEmpty();
        assertThat(store.turns(SPACE, "talk", 0, 9)).hasSize(1);
        assertThat(store.facts(SPACE, new FactQuery("Ann", null, null, null))).hasSizeBetween(1, 3);
        store.links(SPACE, List.of(new RecordId("doc-001"), new RecordId("fact-001")));
        assertThat(store.changes(SPACE, 0, 100)).hasSizeBetween(4, 5);
        assertThat(store.verify().faults()).as("%s", sql).isNotEmpty();
        assertThat(store.add(List.of(draft(fact("Lima", 9)), draft(new Document("three", "three"))), NOW))
                .hasSize(2);
        assertThat(store.forget(SPACE, new RecordId("turn-001"), NOW)).isTrue();
    }

    @Test
    void forget_recordThatCannotBeRead_removesIt() {
        damage("UPDATE record_contents SET bytes = x'7B' WHERE record = 1");

        assertThat(store.forget(SPACE, new RecordId("doc-001"), NOW)).isTrue();

        assertThat(store.verify().faults()).isEmpty();
        assertThat(store.list(SPACE, RecordSelection.LIVE))
                .extracting(MemoryRecord::id)
                .doesNotContain(new RecordId("doc-001"));
    }

    @Test
    void blocks_oneDamaged_giveTheRest() {
        for (String label : List.of("human", "persona")) {
            store.put(new Block("b", SPACE, label, "v", "", 10, "", Map.of(), false, true, NOW, null));
        }
        damage("UPDATE prompt_blocks SET metadata = x'7B' WHERE label = CAST('human' AS BLOB)");

        assertThat(store.blocks(SPACE, "")).extracting(Block::label).containsExactly("persona");
        assertThat(store.block(SPACE, "human")).isEmpty();
        assertThat(store.verify().faults()).hasSize(1);
    }
}
