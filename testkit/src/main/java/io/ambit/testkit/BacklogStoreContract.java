package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.spi.BacklogStore;
import io.ambit.core.spi.BacklogStore.Deleted;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.BacklogStore.Target;
import io.ambit.core.text.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BacklogStore} does. */
public abstract class BacklogStoreContract {
    protected static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    protected @Nullable BacklogStore opened;

    /** Opens an empty store. */
    protected abstract BacklogStore openStore();

    @BeforeEach
    void open() {
        opened = openStore();
    }

    @AfterEach
    void close() {
        store().close();
    }

    protected final BacklogStore store() {
        return Objects.requireNonNull(opened);
    }

    protected static Value.Str text(String text) {
        return new Value.Str(text, false);
    }

    private static Value list(String... texts) {
        return new Value.Arr(
                List.of(texts).stream().map(text -> (Value) text(text)).toList(), false);
    }

    private Item created(ItemType type, String title, Value.Field... fields) {
        return store().create(new NewItem(type, title, "Text\n", List.of(fields)), NOW);
    }

    private Item changed(Item item, String key, Change change) {
        return store().update(item.id(), now -> ItemEdit.of(Map.of(key, change)), LATER);
    }

    @Test
    void create_someTypes_numberedEachByItself() {
        assertThat(created(ItemType.TASK, "a").id()).isEqualTo(new ItemId("TASK-0001"));
        assertThat(created(ItemType.EPIC, "b").id()).isEqualTo(new ItemId("EPIC-0001"));
        assertThat(created(ItemType.TASK, "c").id()).isEqualTo(new ItemId("TASK-0002"));
        assertThat(created(ItemType.FOLDER, "d").id()).isEqualTo(new ItemId("FLDR-0001"));
        assertThat(created(new ItemType("proposal"), "e").id()).isEqualTo(new ItemId("PROP-0001"));
    }

    @Test
    void create_allFields_comeBack() {
        Item item = created(
                ItemType.TASK,
                "A title: with \"marks\" # and 'more'",
                new Value.Field("status", text("blocked")),
                new Value.Field("tags", list("x", "2026", "true", "")),
                new Value.Field("odd key: yes", new Value.Num("1.50")),
                new Value.Field("nested", new Value.Obj("", List.of(new Value.Field("a", list("b"))), false)),
                new Value.Field("long", text("several\nlines\n\n  indented\n")),
                new Value.Field("nothing", Value.Null.VALUE));

        assertThat(store().snapshot().items()).containsExactly(item);
        assertThat(item.title()).isEqualTo("A title: with \"marks\" # and 'more'");
        assertThat(item.type()).isEqualTo(ItemType.TASK);
        assertThat(item.status()).isEqualTo("blocked");
        assertThat(item.tags()).containsExactly("x", "2026", "true", "");
        assertThat(item.front().fields().get("odd key: yes")).isEqualTo(new Value.Num("1.50"));
        assertThat(item.front().fields().get("nested"))
                .isEqualTo(new Value.Obj("", List.of(new Value.Field("a", list("b"))), false));
        assertThat(item.front().text("long")).contains("several\nlines\n\n  indented\n");
        assertThat(item.front().fields().get("nothing")).isEqualTo(Value.Null.VALUE);
        assertThat(item.body()).isEqualTo("Text\n");
        assertThat(item.createdAt()).contains(NOW);
        assertThat(item.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void snapshot_nothingChanged_isTheSameObject() {
        created(ItemType.TASK, "a");
        Snapshot before = store().snapshot();

        assertThat(store().snapshot()).isSameAs(before);

        created(ItemType.TASK, "b");
        assertThat(store().snapshot().version()).isNotEqualTo(before.version());
        assertThat(before.items()).hasSize(1);
        assertThat(store().snapshot().items()).hasSize(2);
    }

    @Test
    void update_eachKindOfChange_changesThatKeyAndTheTime() {
        Item item =
                created(ItemType.TASK, "a", new Value.Field("tags", list("x")), new Value.Field("own", text("mine")));

        changed(item, "tags", new Change.Add(List.of(text("y"), text("x"))));
        changed(item, "status", new Change.Set(text("open")));
        changed(item, "title", new Change.Set(text("b")));
        Item after = changed(item, "tags", new Change.Remove(List.of(text("x"), text("z"))));

        assertThat(after.tags()).containsExactly("y");
        assertThat(after.status()).isEqualTo("open");
        assertThat(after.title()).isEqualTo("b");
        assertThat(after.front().text("own")).contains("mine");
        assertThat(after.createdAt()).contains(NOW);
        assertThat(after.updatedAt()).isEqualTo(LATER);
        assertThat(after.body()).isEqualTo("Text\n");
        assertThat(changed(item, "tags", new Change.Clear()).front().fields().get("tags"))
                .isNull();
    }

    @Test
    void update_text_isReplacedAppendedOrSwapped() {
        Item item = created(ItemType.TASK, "a");

        store().update(item.id(), now -> ItemEdit.of(new BodyEdit.Append("More\n")), LATER);
        store().update(item.id(), now -> ItemEdit.of(new BodyEdit.Swap("More", "Less")), LATER);
        assertThat(store().snapshot().items().getFirst().body()).isEqualTo("Text\nLess\n");
        Item last = store().update(item.id(), now -> ItemEdit.of(new BodyEdit.Replace("---\nnew")), LATER);

        assertThat(last.body()).isEqualTo("---\nnew");
        assertThat(store().snapshot().items()).containsExactly(last);
    }

    @Test
    void update_nothingElseThanBefore_leavesTimeAndSnapshot() {
        Item item = created(ItemType.TASK, "a", new Value.Field("tags", list("x")));
        Snapshot before = store().snapshot();

        Item after = changed(item, "tags", new Change.Add(List.of(text("x"))));

        assertThat(after.updatedAt()).isEqualTo(NOW);
        assertThat(store().snapshot()).isSameAs(before);
    }

    @Test
    void update_changeThrows_leavesTheItem() {
        Item item = created(ItemType.TASK, "a");

        assertThatThrownBy(() -> store().update(
                                item.id(),
                                now -> {
                                    throw new InvalidInputException("no");
                                },
                                LATER))
                .hasMessage("no");
        assertThatThrownBy(() -> store().update(item.id(), now -> ItemEdit.of(new BodyEdit.Swap("absent", "b")), LATER))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("absent");

        assertThat(store().snapshot().items()).containsExactly(item);
    }

    @Test
    void updateDeleteRestore_unknownId_isRefused() {
        ItemId unknown = new ItemId("TASK-0042");

        assertThatThrownBy(() -> store().update(unknown, item -> ItemEdit.of(Map.of()), NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("TASK-0042");
        assertThatThrownBy(() -> store().delete(unknown, NOW)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> store().restore(unknown)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void deleteAndRestore_anyItem_comesBackAsItWas() {
        Item first = created(ItemType.TASK, "a");
        Item second = created(ItemType.TASK, "b");
        store().delete(first.id(), NOW);
        store().delete(second.id(), LATER);

        assertThat(store().snapshot().items()).isEmpty();
        assertThat(store().deleted()).containsExactly(new Deleted(second, LATER), new Deleted(first, NOW));

        assertThat(store().restore(new ItemId("task 1"))).isEqualTo(first);
        assertThat(store().snapshot().items()).containsExactly(first);
        assertThat(store().deleted()).containsExactly(new Deleted(second, LATER));
    }

    @Test
    void create_afterDeletingTheLast_givesItsIdToNobody() {
        created(ItemType.TASK, "a");
        Item second = created(ItemType.TASK, "b");
        store().delete(second.id(), NOW);

        assertThat(created(ItemType.TASK, "c").id()).isEqualTo(new ItemId("TASK-0003"));
        assertThat(store().restore(second.id())).isEqualTo(second);
    }

    @Test
    void restore_deletedTwice_bringsTheLaterBack() {
        Item item = created(ItemType.TASK, "a");
        store().delete(item.id(), NOW);
        store().restore(item.id());
        Item changed = changed(item, "title", new Change.Set(text("b")));
        store().delete(item.id(), LATER);

        assertThat(store().restore(item.id())).isEqualTo(changed);
        assertThatThrownBy(() -> store().restore(item.id())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void epicContext_put_comesBackAndIsNoItem() {
        Item epic = created(ItemType.EPIC, "a");
        assertThat(store().epicContext(epic.id())).isEmpty();

        store().putEpicContext(epic.id(), "# Curated\n");

        assertThat(store().epicContext(epic.id())).contains("# Curated\n");
        assertThat(store().epicContext(new ItemId("epic-1"))).contains("# Curated\n");
        assertThat(store().snapshot().items()).containsExactly(epic);
    }

    @Test
    void resolve_idPathOrAddress_leadsThere() {
        Item task = created(ItemType.TASK, "a");
        Item epic = created(ItemType.EPIC, "b");

        assertThat(store().resolve(task, "epic-1")).isEqualTo(new Target.OfItem(epic.id()));
        assertThat(store().resolve(task, epic.path())).isEqualTo(new Target.OfItem(epic.id()));
        assertThat(store().resolve(task, ItemId.RESOURCE + epic.path())).isEqualTo(new Target.OfItem(epic.id()));
        assertThat(store().resolve(task, "https://example.org/x")).isEqualTo(new Target.OfUrl("https://example.org/x"));
        assertThat(store().resolve(task, "nothing.txt")).isInstanceOf(Target.None.class);
    }

    @Test
    void onChange_itemCreated_isTold() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (BacklogStore.Watch watch = store().onChange(told::countDown)) {
            assertThat(watch).isNotNull();
            created(ItemType.TASK, "a");
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
