package io.ambit.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.record.LinkType;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import io.ambit.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemGraphTest {
    private static final Instant WRITTEN = Instant.parse("2026-01-05T10:00:00Z");

    private static Item item(String id, String path, String body, String... fields) {
        List<Value.Field> front = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            List<Value> values = new ArrayList<>();
            for (String one : fields[i + 1].split(",", -1)) {
                values.add(new Value.Str(one.strip(), false));
            }
            front.add(
                    new Value.Field(fields[i], values.size() == 1 ? values.getFirst() : new Value.Arr(values, false)));
        }
        return new Item(
                new ItemId(id),
                ItemType.TASK,
                id,
                path,
                new FrontMatter(new Value.Obj("", front, false)),
                body,
                Hash.of(id + body),
                WRITTEN);
    }

    private static ItemGraph graph(Item... items) {
        return ItemGraph.of(new Snapshot(1, List.of(items)));
    }

    private static List<String> said(ItemGraph graph) {
        return graph.relations().stream()
                .map(one -> one.from() + " " + one.type().label() + " " + one.to() + " (" + one.source() + ")")
                .toList();
    }

    private static List<String> ids(List<ItemGraph.Reached> reached) {
        return reached.stream().map(one -> one.id().value()).toList();
    }

    @Test
    void of_frontMatter_tellsEachRelation() {
        ItemGraph graph = graph(
                item("EPIC-0001", "epics/EPIC-0001.md", ""),
                item("TASK-0001", "tasks/TASK-0001.md", "", "parent_id", "epic-1", "blocks", "TASK-0002,TASK-0003"),
                item("TASK-0002", "tasks/TASK-0002.md", "", "epic_id", "EPIC-0001", "blocked_by", "task-3"),
                item("TASK-0003", "tasks/TASK-0003.md", "", "depends_on", "TASK-0004", "relates_to", "TASK-0001"),
                item(
                        "TASK-0004",
                        "tasks/TASK-0004.md",
                        "",
                        "status",
                        "blocked",
                        "blocked_reason",
                        "waits for TASK-0001."),
                item(
                        "TASK-0005",
                        "tasks/TASK-0005.md",
                        "",
                        "supersedes",
                        "TASK-0004",
                        "references",
                        "TASK-0003,https://a.example/TASK-0001"));
        assertThat(said(graph))
                .containsExactly(
                        "TASK-0001 belongs_to EPIC-0001 (parent_id)",
                        "TASK-0001 blocks TASK-0002 (blocks)",
                        "TASK-0001 blocks TASK-0003 (blocks)",
                        "TASK-0002 belongs_to EPIC-0001 (parent_id)",
                        "TASK-0003 blocks TASK-0002 (blocked_by)",
                        "TASK-0004 blocks TASK-0003 (depends_on)",
                        "TASK-0003 relates_to TASK-0001 (relates_to)",
                        "TASK-0001 blocks TASK-0004 (blocked_reason)",
                        "TASK-0005 supersedes TASK-0004 (supersedes)",
                        "TASK-0005 references TASK-0003 (references)");
        assertThat(said(graph(
                        item("TASK-0001", "tasks/1.md", "", "blocked_reason", "waits for TASK-0002"),
                        item("TASK-0002", "tasks/2.md", ""))))
                .as("a reason left over from when it was blocked")
                .isEmpty();
    }

    @Test
    void of_texts_tellWhatTheyMention() {
        ItemGraph graph = graph(
                item("ADR 0001.2", "adr/0001.2-lock.md", "See TASK-0007, ADR 1.2 itself, XTASK-0007 and TASK-00099."),
                item(
                        "TASK-0007",
                        "tasks/TASK-0007.md",
                        "[a](../adr/0001.2-lock.md#why) [b](http://x.example/y.md) [c](no.md)"),
                item("TASK-0008", "tasks/TASK-0008.md", "task 7 is no id, nor is Task 7", "related", "0001.2-lock"),
                item("TASK-0009", "tasks/TASK-0009.md", "TASK-7 again, TASK-0007 again", "relates_to", "TASK-0007"));
        assertThat(said(graph))
                .containsExactly(
                        "TASK-0008 relates_to ADR 0001.2 (related)",
                        "TASK-0009 relates_to TASK-0007 (relates_to)",
                        "ADR 0001.2 references TASK-0007 (body)",
                        "TASK-0007 references ADR 0001.2 (body)");
    }

    @Test
    void blockedBy_overOthers_givesEachWithItsPath() {
        ItemGraph graph = graph(
                item("TASK-0001", "1.md", "", "blocks", "TASK-0002"),
                item("TASK-0002", "2.md", "", "blocks", "TASK-0003,TASK-0004"),
                item("TASK-0003", "3.md", "", "blocks", "TASK-0005"),
                item("TASK-0004", "4.md", "", "blocks", "TASK-0006", "status", "done"),
                item("TASK-0005", "5.md", "", "blocks", "TASK-0001"),
                item("TASK-0006", "6.md", ""));
        List<ItemGraph.Reached> blocked = graph.blockedBy(new ItemId("TASK-0001"));
        assertThat(ids(blocked)).containsExactly("TASK-0002", "TASK-0003", "TASK-0005");
        assertThat(blocked.getLast().path())
                .extracting(one -> one.from() + ">" + one.to())
                .containsExactly("TASK-0001>TASK-0002", "TASK-0002>TASK-0003", "TASK-0003>TASK-0005");
        assertThat(ids(graph.waitsFor(new ItemId("TASK-0003")))).containsExactly("TASK-0002", "TASK-0001", "TASK-0005");
        assertThat(ids(graph.waitsFor(new ItemId("TASK-0006"))))
                .as("what is done")
                .isEmpty();
        assertThat(graph.blockedBy(new ItemId("TASK-0099"))).isEmpty();
        assertThat(JsonTree.write(ItemGraphJson.reached(blocked.subList(0, 1))))
                .isEqualTo("[{\"id\":\"TASK-0002\",\"hops\":1,\"path\":[{\"from\":\"TASK-0001\",\"type\":\"blocks\","
                        + "\"to\":\"TASK-0002\",\"source\":\"blocks\"}]}]");
    }

    @Test
    void neighbours_hopsAndTypes_boundThem() {
        ItemGraph graph = graph(
                item("EPIC-0001", "e.md", ""),
                item("TASK-0001", "1.md", "", "parent_id", "EPIC-0001", "relates_to", "TASK-0003"),
                item("TASK-0002", "2.md", "", "parent_id", "EPIC-0001"),
                item("TASK-0003", "3.md", "", "parent_id", "TASK-0002"));
        ItemId one = new ItemId("TASK-0001");
        assertThat(ids(graph.neighbours(one, 1, Set.of()))).containsExactly("EPIC-0001", "TASK-0003");
        assertThat(ids(graph.neighbours(one, 2, Set.of()))).containsExactly("EPIC-0001", "TASK-0003", "TASK-0002");
        assertThat(ids(graph.neighbours(one, 9, Set.of(LinkType.RELATES_TO)))).containsExactly("TASK-0003");
        assertThat(ids(graph.members(new ItemId("EPIC-0001")))).containsExactly("TASK-0001", "TASK-0002", "TASK-0003");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void blockedBy_anyGraph_isWhatFollowingEveryWayReaches(Seed seed) {
        SplittableRandom random = seed.random();
        int size = 12;
        Map<Integer, Set<Integer>> blocks = new java.util.HashMap<>();
        Item[] items = new Item[size];
        for (int i = 0; i < size; i++) {
            Set<Integer> own = new HashSet<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                own.add(random.nextInt(size));
            }
            blocks.put(i, own);
            String names = String.join(",", own.stream().map(to -> "TASK-" + to).toList());
            items[i] = item("TASK-" + i, i + ".md", "", "blocks", names);
        }
        ItemGraph graph = graph(items);
        for (int i = 0; i < size; i++) {
            Set<Integer> expected = new HashSet<>();
            follow(i, blocks, expected);
            expected.remove(i);
            List<ItemGraph.Reached> reached = graph.blockedBy(new ItemId("TASK-" + i));
            assertThat(ids(reached))
                    .as("%s, from %s", seed, i)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(one -> "TASK-" + one).toList());
            assertThat(reached).allSatisfy(one -> {
                assertThat(one.path().getLast().to()).isEqualTo(one.id());
                for (int hop = 1; hop < one.hops(); hop++) {
                    assertThat(one.path().get(hop).from())
                            .isEqualTo(one.path().get(hop - 1).to());
                }
            });
        }
    }

    private static void follow(int from, Map<Integer, Set<Integer>> blocks, Set<Integer> reached) {
        for (int to : blocks.getOrDefault(from, Set.of())) {
            if (reached.add(to)) {
                follow(to, blocks, reached);
            }
        }
    }
}
