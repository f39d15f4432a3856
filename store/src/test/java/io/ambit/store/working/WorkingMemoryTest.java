package io.ambit.store.working;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.working.Checkpoint;
import io.ambit.core.memory.working.Continuity;
import io.ambit.core.memory.working.Continuity.SessionEnd;
import io.ambit.core.memory.working.Handoff;
import io.ambit.core.memory.working.Note;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingMemoryTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Space OTHER = new Space("Other.");
    private static final RecordId EPISODE = new RecordId("ep-2026-01-05-001");

    @TempDir
    Path folder;

    private WorkingMemory memory;

    @BeforeEach
    void open() {
        memory = new WorkingMemory(folder);
    }

    private static SessionEnd end(String session, String outcome, String next) {
        return new SessionEnd(
                session,
                List.of(new Note(outcome, List.of(EPISODE))),
                List.of(Note.of(new RecordId("ins-001"))),
                List.of(),
                List.of(new Note(next, List.of())));
    }

    @Test
    void continuity_beforeTheFirstSession_isNone() {
        assertThat(memory.continuity(Space.DEFAULT)).isEqualTo(Continuity.NONE);
    }

    @Test
    void end_severalSessions_addOutcomesAndReplaceNextSteps() {
        memory.end(Space.DEFAULT, end("s-1", "the build passes", "write the docs"), NOW);
        Continuity after = memory.end(Space.DEFAULT, end("s-2", "the docs are there", "publish"), NOW.plusSeconds(60));

        assertThat(memory.continuity(Space.DEFAULT)).isEqualTo(after);
        assertThat(after.session()).isEqualTo("s-2");
        assertThat(after.updatedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(after.outcomes()).extracting(Note::text).containsExactly("the docs are there", "the build passes");
        assertThat(after.decisions()).as("once").hasSize(1);
        assertThat(after.nextSteps()).extracting(Note::text).containsExactly("publish");
        assertThat(memory.continuity(OTHER)).isEqualTo(Continuity.NONE);
    }

    @Test
    void end_fileEditedByHand_keepsWhatPeopleWrote() throws Exception {
        memory.end(Space.DEFAULT, end("s-1", "the build passes", "write the docs"), NOW);
        Path file = memory.continuityFile(Space.DEFAULT);
        Files.writeString(
                file,
                Files.readString(file).replace("## Blockers\n", "## Blockers\n* the key is missing [sem-002]\n")
                        + "## House rules\nask before a release\n");

        memory.end(Space.DEFAULT, end("s-2", "more", "publish"), NOW);

        assertThat(Files.readString(file)).contains("## House rules\nask before a release\n");
        assertThat(memory.continuity(Space.DEFAULT).others()).containsExactly("## House rules", "ask before a release");
    }

    @Test
    void write_anyFile_isForItsOwnerOnly() throws Exception {
        memory.end(OTHER, end("s-1", "o", "n"), NOW);
        memory.checkpoint(OTHER, "coder", new Checkpoint(NOW, "s-1", "task", Note.of(EPISODE)));
        memory.handOff(OTHER, handoff("coder", "reviewer", 0));

        try (Stream<Path> files = Files.walk(folder.resolve("memory"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void end_byManyAtOnce_losesNone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Continuity>> ends = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                String outcome = "outcome " + t;
                ends.add(threads.submit(
                        () -> new WorkingMemory(folder).end(Space.DEFAULT, end("s", outcome, "next"), NOW)));
            }
            for (Future<Continuity> one : ends) {
                one.get();
            }
        }

        assertThat(memory.continuity(Space.DEFAULT).outcomes()).hasSize(8);
    }

    @Test
    void checkpoint_many_keepsTheNewest() {
        for (int i = 0; i < 105; i++) {
            memory.checkpoint(
                    Space.DEFAULT,
                    "coder",
                    new Checkpoint(NOW.plusSeconds(i), "s-1", "task " + i, new Note("half done", List.of(EPISODE))));
        }

        List<Checkpoint> checkpoints = memory.checkpoints(Space.DEFAULT, "coder");
        assertThat(checkpoints).hasSize(100);
        assertThat(checkpoints.getLast())
                .isEqualTo(new Checkpoint(
                        NOW.plusSeconds(104), "s-1", "task 104", new Note("half done", List.of(EPISODE))));
        assertThat(memory.checkpoints(Space.DEFAULT, "reviewer")).isEmpty();
        assertThat(memory.checkpoints(OTHER, "coder")).isEmpty();
    }

    @Test
    void checkpoint_agentWithAHostileName_staysInItsFolder() throws Exception {
        for (String agent : List.of("../../x", "..", "/etc/passwd", "a\0b", "Coder", "coder", "", "x".repeat(300))) {
            memory.checkpoint(Space.DEFAULT, agent, new Checkpoint(NOW, "", agent + "t", Note.of(EPISODE)));
            assertThat(memory.checkpoints(Space.DEFAULT, agent))
                    .as("'%s'", agent)
                    .hasSize(1);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .hasSize(8)
                    .allMatch(file -> file.getParent().equals(folder.resolve("memory/ledgers")));
        }
    }

    private static Handoff handoff(String from, String to, int second) {
        return new Handoff(
                NOW.plusSeconds(second),
                from,
                to,
                "review the change",
                new Note("all tests pass", List.of(EPISODE)),
                List.of("no staging server"),
                List.of("read the diff", "run it"));
    }

    @Test
    void take_handoffs_givesEachOnceToWhomItIsFor() {
        Handoff second = handoff("planner", "reviewer", 5);
        Handoff first = handoff("coder", "reviewer", 0);
        memory.handOff(Space.DEFAULT, second);
        memory.handOff(Space.DEFAULT, first);
        memory.handOff(Space.DEFAULT, first);
        memory.handOff(OTHER, handoff("coder", "reviewer", 0));

        assertThat(memory.handoffs(Space.DEFAULT, "reviewer")).containsExactly(first, first, second);
        assertThat(memory.handoffs(Space.DEFAULT, "coder")).isEmpty();
        assertThat(memory.take(Space.DEFAULT, "reviewer")).containsExactly(first, first, second);
        assertThat(memory.take(Space.DEFAULT, "reviewer")).isEmpty();
        assertThat(memory.handoffs(OTHER, "reviewer")).hasSize(1);
    }

    @Test
    void read_damagedFiles_givesTheRest() throws Exception {
        memory.handOff(Space.DEFAULT, handoff("coder", "reviewer", 0));
        Files.writeString(folder.resolve("memory/handoffs/reviewer/0.json"), "{\"time\":");
        Files.writeString(folder.resolve("memory/handoffs/reviewer/1.json"), "{\"time\":\"2026-01-05T10:00:00Z\"}");

        assertThat(memory.take(Space.DEFAULT, "reviewer")).hasSize(1);
    }

    @Test
    void handoff_withoutATask_isRefused() {
        assertThatThrownBy(() -> new Handoff(NOW, "a", "b", " ", Note.of(EPISODE), List.of(), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("task");
    }
}
