package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.SearchRequest;
import io.ambit.testkit.ChildJvm;
import io.ambit.testkit.Seed;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory with its index, in a process that writes, indexes and consolidates until it is killed, again and again; and in
 * two processes at a time. {@code -Dambit.crash.kills=200} for the full run.
 */
class MemoryCrashTest {
    private static final int KILLS = Integer.getInteger("ambit.crash.kills", 8);
    private static final Space SPACE = new Space("crash");
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void consolidate_processKilledAtRandomMoments_losesNothingAndTheIndexHeals() throws Exception {
        SplittableRandom random = new Seed(KILLS).random();
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeUntilKilled("run" + kill, 1 + random.nextInt(60)));
        }
        try (WholeMemory whole = new WholeMemory(folder)) {
            assertThat(whole.memory.store().verify().faults()).isEmpty();
            for (String line : acknowledged) {
                String[] words = line.split(" ", 2);
                RecordId id = new RecordId(words[0]);
                assertThat(whole.memory.store().find(SPACE, id))
                        .as(line)
                        .hasValueSatisfying(
                                record -> assertThat(record.content().text()).contains(words[1]));
                assertThat(found(whole, words[1])).as("search for %s", line).contains(id);
            }
            // What a kill left half consolidated the next run ends, and the one after has nothing to do.
            CareBudget budget = CareBudget.unlimited(Clock.systemUTC());
            whole.memory.care().run(SPACE, budget, CareProgress.SILENT);
            assertThat(whole.memory
                            .care()
                            .run(SPACE, budget, CareProgress.SILENT)
                            .done())
                    .isEmpty();
            long patterns = whole.memory.store().count(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.PATTERN));
            System.out.println(KILLS + " kills, " + acknowledged.size() + " records acknowledged, none lost, "
                    + patterns + " patterns");
        }
    }

    @Test
    void search_whatAnotherProcessStores_isFoundWithinASecond() throws Exception {
        try (WholeMemory whole = new WholeMemory(folder)) {
            whole.memory.remember(Draft.of(
                    SPACE, new Insight("note", "the first", "", List.of()), Provenance.by("user", "test"), null));
            // This process has the index open for writing; the other one cannot write it.
            whole.index.catchUp(SPACE, done -> {});
            Process process = start("other");
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (int i = 0; i < 20; i++) {
                    String[] words = lines.readLine().split(" ", 2);
                    Instant end = Instant.now().plus(SOON);
                    List<RecordId> found = found(whole, words[1]);
                    while (!found.contains(new RecordId(words[0]))
                            && Instant.now().isBefore(end)) {
                        found = found(whole, words[1]);
                    }
                    assertThat(found).as(words[1]).contains(new RecordId(words[0]));
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static List<RecordId> found(WholeMemory whole, String words) {
        return whole.index.search(SPACE, SearchRequest.of(words, 5).withArchived(true)).stream()
                .map(Found::id)
                .toList();
    }

    private List<String> writeUntilKilled(String name, int records) throws IOException, InterruptedException {
        return ChildJvm.killAfter(start(name), records);
    }

    private Process start(String name) throws IOException {
        ProcessBuilder writer = ChildJvm.of(Writer.class, folder, name).redirectError(ProcessBuilder.Redirect.DISCARD);
        writer.command().add(1, "-Dambit.logs=" + folder);
        return writer.start();
    }

    /** The process that is killed: data folder, a name that no other has. */
    static final class Writer {
        public static void main(String[] args) {
            try (WholeMemory whole = new WholeMemory(Path.of(args[0]));
                    PrintStream out =
                            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
                for (int r = 0; r < 1_000_000; r++) {
                    String word = args[1] + "word" + r;
                    RecordId id = whole.memory
                            .remember(Draft.of(
                                    SPACE,
                                    new Insight("note", word, "", List.of()),
                                    Provenance.by("user", "test"),
                                    null))
                            .id();
                    out.println(id + " " + word);
                    whole.memory.remember(Draft.of(SPACE, episode(args[1], r), Provenance.by("rules", "test"), null));
                    if (r % 5 == 0) {
                        whole.index.catchUp(SPACE, done -> {});
                    }
                    if (r % 12 == 11) {
                        CareBudget budget = CareBudget.unlimited(Clock.systemUTC());
                        whole.memory.care().run(SPACE, budget, CareProgress.SILENT);
                    }
                }
            }
        }

        private static Episode episode(String name, int number) {
            List<Episode.Action> actions = List.of(
                    new Episode.Action(Duration.ZERO, "run", "mvn test -Dtest=LoginTest", "fails"),
                    new Episode.Action(Duration.ofSeconds(5), "edit", "src/login/LoginTest.java", "waits"),
                    new Episode.Action(Duration.ofSeconds(9), "run", "mvn test -Dtest=LoginTest", "passes"));
            Episode plain = Episode.of("Fix the flaky login test of module " + number % 4, Outcome.SUCCESS);
            return new Episode(
                    name + number,
                    name,
                    plain.context(),
                    actions,
                    plain.outcome(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("src/login/LoginTest.java"),
                    "",
                    Duration.ofSeconds(10),
                    100);
        }
    }
}
