package io.ambit.core.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.backlog.ListRequest.Sort;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import io.ambit.testkit.HeapBacklogStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a backlog, its lists, and items with what stands around them. */
class BacklogTest {
    private static final String SECRET = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    private final HeapBacklogStore store = new HeapBacklogStore();
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private final Backlog backlog =
            new Backlog(store, (Snapshot snapshot, FindRequest request) -> List.of(), (InstantSource)
                    () -> now = now.plusSeconds(1));

    private static Value text(String text) {
        return new Value.Str(text, false);
    }

    private static Value list(String... texts) {
        return new Value.Arr(List.of(texts).stream().map(BacklogTest::text).toList(), false);
    }

    private static Value.Field field(String name, String text) {
        return new Value.Field(name, text(text));
    }

    private Item create(ItemType type, String title, Value.Field... fields) {
        return backlog.create(new NewItem(type, title, title + " text\n", List.of(fields)))
                .item();
    }

    private Written set(String id, String key, Value value) {
        return backlog.update(id, ItemEdit.of(Map.of(key, new Change.Set(value))));
    }

    @Test
    void create_workWithoutStatus_isOpen() {
        assertThat(create(ItemType.TASK, "a").status()).isEqualTo("open");
        assertThat(create(ItemType.TASK, "b", field("status", "done")).status()).isEqualTo("done");
        assertThat(create(ItemType.ADR, "c").status()).isEmpty();
        assertThat(create(ItemType.ADR, "d", field("status", "Accepted")).status())
                .isEqualTo("Accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '|status|open|needs a title",
                "a|parent_id|EPIC-0009|no item 'EPIC-0009'",
                "a|status|nearly|expected one of open",
                "a|status|blocked|blocked_reason",
                "a|references|x|no list",
                "a|' odd'|x|key ' odd'"
            })
    void create_brokenRule_isRefusedAndNothingWritten(String title, String key, String value, String message) {
        assertThatThrownBy(() -> create(ItemType.TASK, title, field(key, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
        assertThat(backlog.items()).isEmpty();
    }

    @Test
    void create_parentInAnySpelling_isNamedByItsId() {
        Item epic = create(ItemType.EPIC, "e");

        assertThat(create(ItemType.TASK, "a", field("parent_id", "epic-1")).parent())
                .contains(epic.id());
    }

    @ParameterizedTest
    @CsvSource({
        "open, in_progress, true",
        "open, done, true",
        "open, cancelled, true",
        "in_progress, open, true",
        "done, open, true",
        "done, in_progress, true",
        "done, cancelled, false",
        "done, blocked, false",
        "cancelled, done, false",
        "cancelled, open, true"
    })
    void update_status_goesOnlyWhereItMay(String from, String to, boolean may) {
        create(ItemType.TASK, "a", field("status", from), field("blocked_reason", "x"));

        if (may) {
            assertThat(set("TASK-1", "status", text(to)).item().status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> set("TASK-1", "status", text(to)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("from " + from + " to " + to);
            assertThat(backlog.get("TASK-1").status()).isEqualTo(from);
        }
    }

    @Test
    void update_blocked_needsAReasonThatStays() {
        create(ItemType.TASK, "a");

        assertThatThrownBy(() -> set("TASK-0001", "status", text("blocked"))).hasMessageContaining("blocked_reason");
        Item blocked = backlog.update(
                        "TASK-0001",
                        ItemEdit.of(Map.of(
                                "status", new Change.Set(text("blocked")),
                                "blocked_reason", new Change.Set(list("waits for TASK-0002")))))
                .item();
        assertThat(blocked.blockedReasons()).containsExactly("waits for TASK-0002");
        assertThatThrownBy(() -> backlog.update("TASK-0001", ItemEdit.of(Map.of("blocked_reason", new Change.Clear()))))
                .hasMessageContaining("blocked_reason");
    }

    @Test
    void update_doneWithoutEvidence_warns() {
        create(ItemType.TASK, "a");

        assertThat(set("TASK-0001", "status", text("done")).warnings())
                .singleElement()
                .asString()
                .contains("without evidence");
        assertThat(set("TASK-0001", "evidence", list("commit 12ab")).warnings()).isEmpty();
    }

    @Test
    void update_parentThatBelongsToIt_isRefused() {
        create(ItemType.EPIC, "a");
        create(ItemType.EPIC, "b", field("parent_id", "EPIC-0001"));
        create(ItemType.EPIC, "c", field("parent_id", "EPIC-0002"));

        assertThatThrownBy(() -> set("EPIC-0001", "parent_id", text("epic-3"))).hasMessageContaining("belongs to");
        assertThatThrownBy(() -> set("EPIC-0001", "parent_id", text("EPIC-0001")))
                .hasMessageContaining("belongs to");
        assertThat(set("EPIC-0003", "parent_id", text("EPIC-0001")).item().parent())
                .contains(new ItemId("EPIC-0001"));
    }

    @ParameterizedTest
    @CsvSource({"id", "created_at", "updated_at"})
    void update_whatTheBacklogSets_isRefused(String key) {
        create(ItemType.TASK, "a");

        assertThatThrownBy(() -> set("TASK-0001", key, text("x"))).hasMessageContaining("set by the backlog");
    }

    @Test
    void update_ruleBrokenByHandElsewhere_doesNotMatter() {
        Item task = create(ItemType.TASK, "a");
        store.update(
                task.id(), item -> ItemEdit.of(Map.of("parent_id", new Change.Set(text("EPIC-0099")))), Instant.EPOCH);

        assertThat(set("TASK-0001", "tags", list("x")).item().tags()).containsExactly("x");
    }

    @Test
    void write_secretsAndPrivateText_areLeftOut() {
        Written written = backlog.create(new NewItem(
                ItemType.TASK,
                "Token " + SECRET,
                "See <private>my diary</private> and " + SECRET,
                List.of(new Value.Field("tags", list("x", SECRET)))));
        Written appended = backlog.update("TASK-0001", ItemEdit.of(new BodyEdit.Append("again " + SECRET)));

        assertThat(written.warnings()).singleElement().asString().contains("secret");
        assertThat(appended.warnings()).hasSize(1);
        assertThat(backlog.get("TASK-0001").toString()).doesNotContain(SECRET, "my diary");
    }

    @Test
    void write_referenceThatLeadsNowhere_warns() {
        store.putFile("docs/plan.md", "plan");
        Written written = backlog.create(new NewItem(
                ItemType.TASK,
                "a",
                "",
                List.of(new Value.Field("references", list("docs/plan.md", "gone.md", "https://example.org")))));

        assertThat(written.warnings()).containsExactly("the reference gone.md leads nowhere: there is no such file");
        assertThatThrownBy(() -> set("TASK-0001", "references", list(" "))).hasMessageContaining("address");
    }

    @Test
    void find_twoItemsOfOneId_isTheOlder() {
        Item younger = create(ItemType.TASK, "younger");
        Item older = new Item(
                younger.id(),
                ItemType.TASK,
                "older",
                "tasks/z.md",
                ItemEdit.of(Map.of("created_at", new Change.Set(text("2020-01-01"))))
                        .applyTo(younger.front()),
                "",
                younger.version(),
                younger.modifiedAt());
        store.put(older);

        assertThat(backlog.find("task 1")).contains(older);
        assertThat(backlog.find("mcp://backlog/" + younger.path())).contains(younger);
        assertThat(backlog.find("TASK-0002")).isEmpty();
    }

    private ItemList list(
            Set<ItemType> types,
            Set<String> statuses,
            @Nullable String parent,
            Set<String> tags,
            String text,
            Sort sort,
            int offset,
            int limit) {
        return backlog.list(new ListRequest(types, statuses, parent, tags, text, sort, offset, limit));
    }

    private static List<String> ids(ItemList list) {
        return list.items().stream().map(item -> item.id().value()).toList();
    }

    @Test
    void list_eachFilterSortAndPage_choosesAndCounts() {
        create(ItemType.EPIC, "Roof");
        create(ItemType.TASK, "Mend the roof", field("parent_id", "EPIC-0001"), field("status", "done"));
        create(
                ItemType.TASK,
                "Buy tiles",
                field("parent_id", "EPIC-0001"),
                new Value.Field("tags", list("shop", "roof")));
        create(ItemType.TASK, "Proof", field("status", "in_progress"), new Value.Field("tags", list("shop")));

        ItemList all = backlog.list(ListRequest.all());
        assertThat(ids(all)).containsExactly("TASK-0003", "TASK-0002", "TASK-0001", "EPIC-0001");
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.byStatus()).isEqualTo(Map.of("open", 2, "done", 1, "in_progress", 1));
        assertThat(all.byType()).isEqualTo(Map.of("task", 3, "epic", 1));
        Set<ItemType> anyType = Set.of();
        Set<String> any = Set.of();
        assertThat(ids(list(Set.of(ItemType.EPIC), any, null, any, "", Sort.ID, 0, 9)))
                .containsExactly("EPIC-0001");
        assertThat(ids(list(anyType, Set.of("done"), null, any, "", Sort.ID, 0, 9)))
                .containsExactly("TASK-0001");
        assertThat(ids(list(anyType, any, "epic-1", any, "", Sort.ID, 0, 9))).containsExactly("TASK-0001", "TASK-0002");
        assertThat(ids(list(anyType, any, null, Set.of("shop", "roof"), "", Sort.ID, 0, 9)))
                .containsExactly("TASK-0002");
        // Words, not parts of words.
        assertThat(ids(list(anyType, any, null, any, "ROOF", Sort.ID, 0, 9))).containsExactly("EPIC-0001", "TASK-0001");
        assertThat(ids(list(anyType, any, null, any, "", Sort.TITLE, 0, 9)))
                .containsExactly("TASK-0002", "TASK-0001", "TASK-0003", "EPIC-0001");
        assertThat(ids(list(anyType, any, null, any, "", Sort.STATUS, 0, 9)))
                .containsExactly("TASK-0003", "EPIC-0001", "TASK-0002", "TASK-0001");
        assertThat(ids(list(anyType, any, null, any, "", Sort.CREATED, 1, 2)))
                .containsExactly("TASK-0002", "TASK-0001");
        assertThat(list(anyType, any, null, any, "", Sort.CREATED, 1, 2).total())
                .isEqualTo(4);
    }

    private static Hydration hydration(int depth, int maxTokens) {
        return new Hydration(depth, maxTokens, new TokenCounter() {
            @Override
            public String name() {
                return "chars4";
            }

            @Override
            public int count(String text) {
                return (text.length() + 3) / 4;
            }
        });
    }

    private static List<String> pieces(Hydrated hydrated) {
        return hydrated.pieces().stream()
                .map(piece -> piece.role().label() + " " + piece.id())
                .toList();
    }

    private void fixture() {
        store.putFile("src/a.txt", "password = " + SECRET + "\ncode");
        create(ItemType.EPIC, "Epic");
        store.putEpicContext(new ItemId("EPIC-0001"), "curated");
        create(ItemType.ADR, "Far");
        create(ItemType.ADR, "Near", new Value.Field("references", list("ADR-0001")));
        create(
                ItemType.TASK,
                "Task",
                field("parent_id", "EPIC-0001"),
                new Value.Field("references", list("adr-2", "src/a.txt", "https://example.org/x", "../etc/passwd")));
    }

    @Test
    void hydrate_eachDepth_followsSoFar() {
        fixture();

        assertThat(pieces(backlog.hydrate(List.of("task-1", "TASK-9"), hydration(0, 4_000))))
                .containsExactly("item TASK-0001");
        Hydrated one = backlog.hydrate(List.of("task-1", "TASK-9", "TASK-0001"), hydration(1, 4_000));
        assertThat(pieces(one))
                .containsExactly(
                        "item TASK-0001",
                        "epic_context EPIC-0001 context",
                        "parent EPIC-0001",
                        "reference ADR-0002",
                        "file src/a.txt");
        assertThat(one.unknown()).containsExactly("TASK-9");
        assertThat(one.leftOut().stream().map(Hydrated.LeftOut::id))
                .containsExactly("https://example.org/x", "../etc/passwd");
        assertThat(one.toString()).doesNotContain(SECRET);
        assertThat(pieces(backlog.hydrate(List.of("task-1"), hydration(2, 4_000))))
                .endsWith("reference ADR-0001");
    }

    @Test
    void hydrate_anyBudget_isNeverExceededAndNothingLostSilently() {
        fixture();
        create(ItemType.TASK, "Long", field("parent_id", "EPIC-0001"));
        backlog.update("TASK-0002", ItemEdit.of(new BodyEdit.Replace("A line of some words.\n".repeat(400))));
        Set<String> expected =
                Set.of("TASK-0001", "TASK-0002", "EPIC-0001", "EPIC-0001 context", "ADR-0001", "ADR-0002", "src/a.txt");
        for (int budget = 1; budget < 3_000; budget += budget < 200 ? 1 : 97) {
            Hydrated hydrated = backlog.hydrate(List.of("TASK-0002", "TASK-0001"), hydration(2, budget));

            Set<String> named = new HashSet<>();
            hydrated.pieces().forEach(piece -> named.add(piece.id()));
            hydrated.leftOut().forEach(left -> named.add(left.id()));
            assertThat(hydrated.tokens()).isLessThanOrEqualTo(budget);
            assertThat(hydrated.tokens())
                    .isEqualTo(hydrated.pieces().stream()
                            .mapToInt(Hydrated.Piece::tokens)
                            .sum());
            assertThat(named).as("budget " + budget).containsAll(expected);
        }
        Hydrated cut = backlog.hydrate(List.of("TASK-0002"), hydration(0, 100));
        assertThat(cut.pieces().getFirst().cut()).isTrue();
        assertThat(cut.pieces().getFirst().text()).endsWith("more characters]\n");
    }

    @Test
    void json_itemListAndHydrated_nameWhatTheyHold() {
        create(ItemType.EPIC, "Epic");
        Item item = create(
                ItemType.TASK,
                "Task",
                field("parent_id", "EPIC-0001"),
                field("layer", "procedural"),
                new Value.Field("weight", new Value.Num("1.50")),
                new Value.Field("number", new Value.Num("0012")),
                new Value.Field("nothing", Value.Null.VALUE),
                new Value.Field("references", list("ADR-0001")));

        assertThat(JsonTree.write(ItemJson.whole(item)))
                .isEqualTo("{\"id\":\"TASK-0001\",\"type\":\"task\",\"title\":\"Task\",\"status\":\"open\","
                        + "\"parent_id\":\"EPIC-0001\",\"updated_at\":\"2026-01-05T10:00:02Z\","
                        + "\"references\":[{\"url\":\"ADR-0001\"}],\"created_at\":\"2026-01-05T10:00:02Z\","
                        + "\"path\":\"tasks/TASK-0001.md\",\"fields\":{\"layer\":\"procedural\",\"weight\":1.50,"
                        + "\"number\":\"0012\",\"nothing\":null},\"body\":\"Task text\\n\"}");
        assertThat(JsonTree.write(ListJson.tree(backlog.list(ListRequest.all()))))
                .startsWith("{\"total\":2,\"by_status\":{\"open\":2},\"by_type\":{\"epic\":1,\"task\":1},\"items\":[{");
        assertThat(JsonTree.write(HydratedJson.tree(backlog.hydrate(List.of("TASK-1"), hydration(1, 500)))))
                .contains("\"role\":\"parent\"", "\"left_out\":[{\"id\":\"ADR-0001\",\"of\":\"TASK-0001\"");
    }
}
