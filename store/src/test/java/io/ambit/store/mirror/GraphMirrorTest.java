package io.ambit.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.graph.ItemGraph;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.ItemAccesses;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Value;
import io.ambit.store.SqliteMemoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMirrorTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Space OTHER = new Space("other");
    private static final RecordId ONE = new RecordId("doc-001");
    private static final RecordId TWO = new RecordId("doc-002");

    @TempDir
    Path folder;

    @Test
    void write_afterChangesUseAndForgetting_showsWhatIsThere() throws Exception {
        GraphMirror mirror = new GraphMirror(folder);
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            add(store, Space.DEFAULT, "secret one");
            add(store, Space.DEFAULT, "secret two");
            add(store, Space.DEFAULT, "secret three");
            add(store, OTHER, "secret four");
            store.link(new Link(Space.DEFAULT, ONE, LinkType.SUPPORTS, TWO, "user", NOW));
            store.link(new Link(Space.DEFAULT, new RecordId("doc-003"), LinkType.SUPPORTS, TWO, "user", NOW));
            store.replace(Space.DEFAULT, ONE, new Document("n", "changed"), 1, NOW.plusSeconds(1));
            store.used(Space.DEFAULT, List.of(TWO), NOW.plusSeconds(2));
            store.forget(Space.DEFAULT, new RecordId("doc-003"), NOW);

            mirror.write(Space.DEFAULT, store, NOW.plusSeconds(3));
            mirror.write(OTHER, store, NOW.plusSeconds(3));
        }
        Path relationships = folder.resolve("graph/relationships.json");
        Path edges = folder.resolve("graph/temporal-edges.json");
        assertThat(relationships)
                .hasContent("{\"space\":\"default\",\"updated\":\"2026-01-05T10:00:03Z\",\"relationships\":["
                        + "{\"from\":\"doc-001\",\"type\":\"supports\",\"to\":\"doc-002\",\"author\":\"user\","
                        + "\"createdAt\":\"2026-01-05T10:00:00Z\"}]}");
        assertThat(edges)
                .hasContent("{\"space\":\"default\",\"updated\":\"2026-01-05T10:00:03Z\",\"edges\":["
                        + "{\"record\":\"doc-001\",\"createdAt\":\"2026-01-05T10:00:00Z\","
                        + "\"updatedAt\":\"2026-01-05T10:00:01Z\"},"
                        + "{\"record\":\"doc-002\",\"createdAt\":\"2026-01-05T10:00:00Z\","
                        + "\"updatedAt\":\"2026-01-05T10:00:00Z\",\"accessedAt\":\"2026-01-05T10:00:02Z\"}]}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(edges)))
                .isEqualTo("rw-------");
        assertThat(mirror.folder(OTHER)).isEqualTo(folder.resolve("graph/spaces/other"));
        assertThat(Files.readString(mirror.folder(OTHER).resolve("temporal-edges.json")))
                .contains("doc-001")
                .doesNotContain("doc-002");
    }

    @Test
    void write_withABacklog_putsBothIntoOneFile() throws Exception {
        Item epic = item("EPIC-0001");
        Item task = item("TASK-0001", new Value.Field("parent_id", new Value.Str("EPIC-0001", false)));
        GraphMirror mirror = new GraphMirror(folder);
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            add(store, Space.DEFAULT, "one");
            ItemAccesses accesses = store.itemAccesses(Space.DEFAULT);
            accesses.opened(new ItemId("task-1"), NOW);
            mirror.write(Space.DEFAULT, store, ItemGraph.of(new Snapshot(1, List.of(epic, task))), accesses.all(), NOW);
        }
        assertThat(folder.resolve("graph/relationships.json"))
                .content()
                .endsWith("\"relationships\":[{\"from\":\"TASK-0001\",\"type\":\"belongs_to\",\"to\":\"EPIC-0001\","
                        + "\"source\":\"parent_id\"}]}\n");
        assertThat(folder.resolve("graph/temporal-edges.json"))
                .content()
                .contains("\"record\":\"doc-001\"")
                .endsWith("{\"item\":\"EPIC-0001\",\"updatedAt\":\"2026-01-05T10:00:00Z\"},"
                        + "{\"item\":\"TASK-0001\",\"updatedAt\":\"2026-01-05T10:00:00Z\","
                        + "\"accessedAt\":\"2026-01-05T10:00:00Z\"}]}\n");
    }

    private static Item item(String id, Value.Field... fields) {
        FrontMatter front = new FrontMatter(new Value.Obj("", List.of(fields), false));
        return new Item(new ItemId(id), ItemType.TASK, id, id + ".md", front, "", Hash.of(id), NOW);
    }

    private static void add(SqliteMemoryStore store, Space space, String text) {
        store.add(List.of(Draft.of(space, new Document("n", text), Provenance.by("user", "test"), null)), NOW);
    }
}
