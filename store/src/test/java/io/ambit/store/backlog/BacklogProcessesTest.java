package io.ambit.store.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Deleted;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.testkit.ChildJvm;
import io.ambit.testkit.Seed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes on one folder, and killed ones. {@code -Dambit.backlog.processes=20 -Dambit.backlog.items=1000} and
 * {@code -Dambit.crash.kills=200} for the full runs.
 */
class BacklogProcessesTest {
    private static final int PROCESSES = Integer.getInteger("ambit.backlog.processes", 4);
    private static final int ITEMS = Integer.getInteger("ambit.backlog.items", 150);
    private static final int KILLS = Integer.getInteger("ambit.crash.kills", 20);
    private static final int ENDLESS = 1_000_000;

    @TempDir
    Path project;

    private MarkdownBacklog open() {
        return MarkdownBacklog.open(BacklogFolder.inProject(project));
    }

    @Test
    void create_manyProcessesAtOnce_noIdTwiceAndNothingLost() throws Exception {
        long started = System.nanoTime();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(BacklogProcess.start(project, "process " + i, ITEMS, false));
        }
        List<String> printed = ChildJvm.printedByAll(processes);
        double seconds = (System.nanoTime() - started) / 1e9;

        Map<String, String> titles = new LinkedHashMap<>();
        printed.forEach(line -> {
            List<String> words = List.of(line.split(" ", 3));
            assertThat(titles.put(words.get(1), words.get(2))).as(line).isNull();
        });
        try (MarkdownBacklog backlog = open()) {
            long read = System.nanoTime();
            Map<String, String> found = backlog.snapshot().items().stream()
                    .collect(Collectors.toMap(item -> item.id().value(), Item::title));
            double reading = (System.nanoTime() - read) / 1e9;
            assertThat(found).hasSize(PROCESSES * ITEMS).isEqualTo(titles);
            assertThat(backlog.problems()).isEmpty();
            long again = System.nanoTime();
            backlog.snapshot();
            System.out.printf(
                    "%d processes created %d items in %.1f s; read at first in %.2f s, looked at again in %.3f s%n",
                    PROCESSES, found.size(), seconds, reading, (System.nanoTime() - again) / 1e9);
        }
    }

    @Test
    void write_processKilledAtRandomMoments_leavesWholeFilesAndNoIdTwice() throws Exception {
        SplittableRandom random = new Seed(KILLS).random();
        Set<String> given = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> printed = ChildJvm.killAfter(
                    BacklogProcess.start(project, "run " + kill, ENDLESS, true), random.nextInt(150));
            try (MarkdownBacklog backlog = open()) {
                for (String line : printed) {
                    String id = line.split(" ", 3)[1];
                    if (line.startsWith("created")) {
                        assertThat(given.add(id)).as(line).isTrue();
                    } else if (line.startsWith("deleted")) {
                        deleted.add(id);
                    }
                }
                Set<String> there = new HashSet<>();
                for (Item item : backlog.snapshot().items()) {
                    assertThat(item.body()).as(item.path()).endsWith(BacklogProcess.END);
                    assertThat(there.add(item.id().value())).as(item.path()).isTrue();
                }
                Set<String> trash = new HashSet<>();
                for (Deleted entry : backlog.deleted()) {
                    assertThat(trash.add(entry.item().id().value())).isTrue();
                    assertThat(there).doesNotContain(entry.item().id().value());
                }
                assertThat(trash).containsAll(deleted);
                there.addAll(trash);
                assertThat(there).containsAll(given);
                // What was written and not yet said is an item as well, whose id stays its own.
                given.addAll(there);
                assertThat(backlog.problems()).allMatch(Problem::healable);
                backlog.heal(Instant.EPOCH);
                assertThat(backlog.problems()).isEmpty();
            }
        }
        System.out.println(KILLS + " kills, " + given.size() + " items, " + deleted.size() + " of them deleted");
    }
}
