package io.ambit.core.backlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.item.ItemType;
import io.ambit.core.retrieval.EnglishWords;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BacklogSearchTest {
    static final TermAnalysis TERMS = text -> Tokens.of(text).stream()
            .filter(word -> !EnglishWords.STOP.contains(word))
            .toList();

    private final Shelf shelf = new Shelf()
            .put("TASK-0001", "Rotate log files", "Logs grow without end. Rotate them at 50 megabytes.")
            .put("TASK-0002", "Backup of the database", "A copyOnWrite snapshot, made by backup-job each night.")
            .put("TASK-0012", "Restore a backup", "Read it back and compare row_count with what was written.")
            .put("ADR 0106.5", new ItemType("adr"), "0106.5. Write boundary", "All writes pass one gate.")
            .put("EPIC-0001", ItemType.EPIC, "Reliability", "Nothing that was written is lost.");

    private final BacklogSearch search = BacklogSearch.byWords(TERMS);

    private List<String> ids(String question) {
        return ids(FindRequest.of(question, 10));
    }

    private List<String> ids(FindRequest request) {
        return search.search(shelf.snapshot(), request).stream()
                .map(found -> found.item().id().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "TASK-0012, TASK-0012",
        "task-12, TASK-0012",
        "Task 12, TASK-0012",
        "task_0012, TASK-0012",
        "TASK#12, TASK-0012",
        "0012, TASK-0012",
        "adr 106.5, ADR 0106.5",
        "ADR-0106.5, ADR 0106.5",
        "tasks/TASK-0002.md, TASK-0002",
        "TASK-0002.md, TASK-0002"
    })
    void search_idInAnySpelling_findsThatFirst(String question, String id) {
        shelf.put("TASK-0099", "TASK-0012 TASK-0012 0012", "task 12 task-12 TASK 0012 adr 106.5 ADR-0106.5");
        assertThat(ids(question)).startsWith(id);
    }

    @Test
    void search_itemsWithoutText_scoreNumbers() {
        Shelf titles = new Shelf().put("TASK-0001", "Rotate log files", "");

        assertThat(search.search(titles.snapshot(), FindRequest.of("rotate", 10)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.score()).isFinite().isPositive();
                    assertThat(found.parts().values()).allMatch(Double::isFinite);
                });
    }

    @Test
    void search_idWithinAQuestion_liftsIt() {
        assertThat(ids("how does the backup of TASK-0001 work")).startsWith("TASK-0001");
        assertThat(ids("how does the backup work")).doesNotContain("TASK-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "Restore a backup, TASK-0012",
        "restore A BACKUP!, TASK-0012",
        "write boundary, ADR 0106.5",
        "0106.5. Write boundary, ADR 0106.5",
        "who wrote 'Restore a backup' and why of the database, TASK-0012"
    })
    void search_title_findsThatFirst(String question, String id) {
        assertThat(ids(question)).startsWith(id);
    }

    @ParameterizedTest
    @CsvSource({
        "copy on write, TASK-0002",
        "copyonwrite, TASK-0002",
        "copy-on-write, TASK-0002",
        "CopyOnWrite, TASK-0002",
        "backupjob, TASK-0002",
        "backup_job, TASK-0002",
        "rowCount, TASK-0012",
        "row count, TASK-0012",
        "rowcount, TASK-0012"
    })
    void search_compoundInAnySpelling_findsIt(String question, String id) {
        assertThat(ids(question)).startsWith(id);
    }

    @ParameterizedTest
    @CsvSource({
        "relaibility, EPIC-0001",
        "reliabillity, EPIC-0001",
        "databse, TASK-0002",
        "megabites, TASK-0001",
        "rotaet, TASK-0001",
        "snapsh, TASK-0002"
    })
    void search_misspeltOrUnfinished_findsWhatWasMeant(String question, String id) {
        assertThat(ids(question)).startsWith(id);
    }

    @Test
    void search_misspelt_countsForLessThanExact() {
        shelf.put("TASK-0100", "About kernels", "One kernel.").put("TASK-0101", "About kennels", "One kennel.");
        assertThat(ids("kernels")).containsExactly("TASK-0100");
        assertThat(ids("kernal")).containsExactly("TASK-0100");
        assertThat(ids("kxrnxl")).as("two slips in a short word").isEmpty();

        shelf.put("TASK-0102", "About caches", "One cache.");
        assertThat(ids("kernal caches")).containsExactly("TASK-0102", "TASK-0100");
        assertThat(ids("kernel cachse")).containsExactly("TASK-0100", "TASK-0102");
    }

    @Test
    void search_nothingOfItAnywhere_findsNothing() {
        assertThat(ids("zyzzyva quokka")).isEmpty();
        assertThat(ids("the of and")).isEmpty();
        assertThat(ids("?!")).isEmpty();
    }

    @Test
    void search_wordsInTitleAndText_prefersTitle() {
        shelf.put("TASK-0200", "Various", "Here stands telemetry among other words.")
                .put("TASK-0201", "Telemetry", "Various words and other ones.");
        assertThat(ids("telemetry data")).startsWith("TASK-0201", "TASK-0200");
    }

    @Test
    void search_wordsOfOnePassage_prefersThemTogether() {
        String far = "filler words go on and on. ".repeat(60);
        shelf.put("TASK-0300", "Far", "# Start\nquorum\n\n# End\n" + far + "\n# More\nlease\n" + far)
                .put("TASK-0301", "Near", "# Start\n" + far + "\n# End\nquorum lease\n\n# More\n" + far);
        List<FoundItem> found = search.search(shelf.snapshot(), FindRequest.of("quorum lease", 5));
        assertThat(found.getFirst().item().id().value()).isEqualTo("TASK-0301");
        assertThat(found.getFirst().passage()).isEqualTo("End\nquorum lease");
        assertThat(found.getFirst().parts()).containsKeys("words", "passage");
    }

    @Test
    void search_closedItems_areFoundAfterOpenOnes() {
        shelf.put("TASK-0400", "Tune the cache", "Heap.", "status", "cancelled")
                .put("TASK-0401", "Tune the cache", "Heap.", "status", "done")
                .put("TASK-0402", "Tune the cache", "Heap.", "status", "open")
                .put("TASK-0403", "Tune the cache", "Heap.", "status", "Superseded by TASK-0402");
        assertThat(ids("cache heap")).containsExactly("TASK-0402", "TASK-0401", "TASK-0400", "TASK-0403");
    }

    @Test
    void search_filters_letNothingElseThrough() {
        shelf.put(
                        "TASK-0500",
                        "Index one",
                        "Index.",
                        "status",
                        "Accepted (built)",
                        "tags",
                        "Core,api",
                        "parent_id",
                        "EPIC-1")
                .put("TASK-0501", "Index two", "Index.", "status", "accepted", "tags", "core", "epic_id", "EPIC-0001")
                .put("TASK-0502", "Index three", "Index.", "status", "in_progress", "tags", "api")
                .put("REFE-0001", ItemType.REFERENCE, "Index four", "Index.");
        assertThat(ids(request(Set.of(ItemType.REFERENCE), Set.of(), null, Set.of())))
                .containsExactly("REFE-0001");
        assertThat(ids(request(Set.of(), Set.of("ACCEPTED"), null, Set.of()))).containsOnly("TASK-0500", "TASK-0501");
        assertThat(ids(request(Set.of(), Set.of("In Progress"), null, Set.of())))
                .containsOnly("TASK-0502");
        assertThat(ids(request(Set.of(), Set.of(), "epic-1", Set.of()))).containsOnly("TASK-0500", "TASK-0501");
        assertThat(ids(request(Set.of(), Set.of(), null, Set.of("core", "API"))))
                .containsOnly("TASK-0500");
        assertThat(ids(new FindRequest("TASK-0501", Set.of(ItemType.EPIC), Set.of(), null, Set.of(), 5)))
                .as("a filter holds for what is asked for by id, too")
                .isEmpty();
    }

    private static FindRequest request(
            Set<ItemType> types, Set<String> statuses, @Nullable String parent, Set<String> tags) {
        return new FindRequest("index", types, statuses, parent, tags, 10);
    }

    @Test
    void search_limit_cutsTheSameOrder() {
        List<String> all = ids("backup written database");
        assertThat(all).hasSizeGreaterThan(2);
        assertThat(ids(FindRequest.of("backup written database", 2))).isEqualTo(all.subList(0, 2));
    }

    @Test
    void search_afterChanges_answersLikeANewSearch() {
        shelf.put("TASK-0001", "Rotate log files", "Now it is about quotas.");
        assertThat(ids("megabytes")).isEmpty();
        assertThat(ids("quotas")).containsExactly("TASK-0001");
        shelf.remove("tasks/TASK-0001.md");
        assertThat(ids("quotas")).isEmpty();
        assertThat(ids("TASK-0001")).doesNotContain("TASK-0001");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void search_manyChanges_answersLikeANewSearch(Seed seed) {
        SplittableRandom random = seed.random();
        List<String> words = List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta-eta", "thetaIota");
        Shelf changing = new Shelf();
        BacklogSearch following = BacklogSearch.byWords(TERMS);
        for (int round = 0; round < 200; round++) {
            String id = "TASK-" + random.nextInt(1, 30);
            if (random.nextInt(4) == 0) {
                changing.remove("tasks/" + id + ".md");
            } else {
                changing.put(id, text(random, words, 3), text(random, words, 40));
            }
            // Every change leaves a gap, so that they are closed some times.
            for (int more = 0; more < 3; more++) {
                changing.put("TASK-" + random.nextInt(1, 30), text(random, words, 3), text(random, words, 40));
            }
            following.prepare(changing.snapshot());
        }
        for (String word : words) {
            FindRequest request = FindRequest.of(word + " gamma", 50);
            List<FoundItem> fresh = BacklogSearch.byWords(TERMS).search(changing.snapshot(), request);
            assertThat(following.search(changing.snapshot(), request))
                    .as("%s", seed)
                    .isEqualTo(fresh);
        }
    }

    private static String text(SplittableRandom random, List<String> words, int most) {
        List<String> text = new ArrayList<>();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            text.add(Seed.pick(random, words));
        }
        return String.join(" ", text);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void search_ownIdAndUniqueTitle_findEachItemFirst(Seed seed) {
        SplittableRandom random = seed.random();
        List<String> words =
                List.of("read", "write", "lock", "index", "Vector", "file-system", "cacheLine", "v2", "TASK-7");
        Shelf many = new Shelf();
        Set<String> titles = new TreeSet<>();
        List<List<String>> made = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String title = text(random, words, 6);
            String id =
                    random.nextBoolean() ? "TASK-%04d".formatted(i) : "ADR %04d.%d".formatted(i, random.nextInt(1, 9));
            many.put(id, title, text(random, words, 60));
            made.add(List.of(id, title, String.valueOf(titles.add(key(title)))));
        }
        BacklogSearch own = BacklogSearch.byWords(TERMS);
        for (List<String> one : made) {
            assertThat(first(own, many, one.get(0))).as("%s, %s", seed, one).isEqualTo(one.get(0));
            boolean unique = made.stream()
                            .filter(other -> key(other.get(1)).equals(key(one.get(1))))
                            .count()
                    == 1;
            if (unique && !one.get(1).startsWith("TASK-7")) {
                assertThat(first(own, many, one.get(1))).as("%s, %s", seed, one).isEqualTo(one.get(0));
            }
        }
    }

    private static String key(String title) {
        return String.join(" ", Tokens.of(title));
    }

    private static String first(BacklogSearch search, Shelf shelf, String question) {
        return search.search(shelf.snapshot(), FindRequest.of(question, 3))
                .getFirst()
                .item()
                .id()
                .value();
    }
}
